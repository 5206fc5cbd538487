/* Copies between the kernel and programs, by way of the page tables: a bad address is an error, never a fault. */
#include "base.h"
#include "linux.h"
#include "memory.h"
#include "process.h"

u8 *space_pointer(struct space *s, u64 address, int access)
{
    u64 *entry;
    int flags;

    if (address >= USER_TOP) return NULL;
    entry = table_entry(s->root, address, 0);
    flags = entry && *entry ? arch_entry_flags(*entry) : 0;
    if (!(flags & PAGE_USER) || !(flags & access)) {
        if (space_fault(s, address, access) < 0) return NULL;
        entry = table_entry(s->root, address, 0);
    }
    return (u8 *)KERNEL_ADDRESS(arch_entry_address(*entry)) + (address & PAGE_MASK);
}

static u64 to_page_end(u64 address, u64 size)
{
    u64 in_page = PAGE_SIZE - (address & PAGE_MASK);

    return size < in_page ? size : in_page;
}

int copy_in(void *to, u64 from, u64 size)
{
    u8 *at, *target = to;
    u64 part;

    for (; size > 0; size -= part) {
        at = space_pointer(current->space, from, PAGE_READ);
        if (!at) return -EFAULT;
        part = to_page_end(from, size);
        copy_bytes(target, at, part);
        target += part;
        from += part;
    }
    return 0;
}

int space_copy_out(struct space *s, u64 to, const void *from, u64 size)
{
    const u8 *source = from;
    u64 part;
    u8 *at;

    for (; size > 0; size -= part) {
        at = space_pointer(s, to, PAGE_WRITE);
        if (!at) return -EFAULT;
        part = to_page_end(to, size);
        copy_bytes(at, source, part);
        source += part;
        to += part;
    }
    return 0;
}

int copy_out(u64 to, const void *from, u64 size)
{
    return space_copy_out(current->space, to, from, size);
}

int clear_out(u64 to, u64 size)
{
    u64 part;
    u8 *at;

    for (; size > 0; size -= part) {
        at = space_pointer(current->space, to, PAGE_WRITE);
        if (!at) return -EFAULT;
        part = to_page_end(to, size);
        clear_bytes(at, part);
        to += part;
    }
    return 0;
}

s64 copy_in_string(char *to, u64 from, u64 size)
{
    u64 length = 0, part, i;
    u8 *at;

    while (length < size) {
        at = space_pointer(current->space, from + length, PAGE_READ);
        if (!at) return -EFAULT;
        part = to_page_end(from + length, size - length);
        for (i = 0; i < part; i++) {
            to[length] = at[i];
            if (!at[i]) return length;
            length++;
        }
    }
    return -ENAMETOOLONG;
}

/* Programs that know a newer kernel may give a longer structure, if what is new in it is zeros. */
s64 rest_is_nothing(u64 from, u64 size)
{
    u8 byte;

    for (; size > 0; size--, from++) {
        if (copy_in(&byte, from, 1) < 0) return -EFAULT;
        if (byte) return -E2BIG;
    }
    return 0;
}
