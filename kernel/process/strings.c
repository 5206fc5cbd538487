/* A program's arguments and environment on their way from the old memory to the new. */
#include "base.h"
#include "linux.h"
#include "memory.h"
#include "process.h"
#include "strings.h"

struct strings *strings_new(void)
{
    return allocate(sizeof(struct strings));
}

void strings_free(struct strings *s)
{
    int i;

    for (i = 0; i < STRING_PAGES; i++)
        if (s->pages[i]) page_release(s->pages[i]);
    release(s);
}

void strings_end_arguments(struct strings *s)
{
    s->arguments = s->count;
    s->argument_bytes = s->size;
}

/* Room for the next bytes: where, and how many up to the page's end. */
static u8 *room(struct strings *s, u64 *size)
{
    u64 *page = &s->pages[s->size / PAGE_SIZE];

    if (!*page) *page = page_allocate();
    *size = PAGE_SIZE - s->size % PAGE_SIZE;
    return *page ? (u8 *)KERNEL_ADDRESS(*page) + s->size % PAGE_SIZE : NULL;
}

static int is_full(struct strings *s)
{
    return s->size + s->count * 8 >= STRING_PAGES * PAGE_SIZE;
}

static int add_bytes(struct strings *s, const void *from, u64 left)
{
    u64 size;
    u8 *at;

    while (left > 0) {
        if (is_full(s)) return -E2BIG;
        at = room(s, &size);
        if (!at) return -ENOMEM;
        if (size > left) size = left;
        copy_bytes(at, from, size);
        s->size += size;
        from = (const u8 *)from + size;
        left -= size;
    }
    return 0;
}

int strings_add(struct strings *s, const char *text)
{
    s->count++;
    return add_bytes(s, text, string_length(text) + 1);
}

u8 *strings_byte(struct strings *s, u64 n)
{
    return (u8 *)KERNEL_ADDRESS(s->pages[n / PAGE_SIZE]) + n % PAGE_SIZE;
}

/* All but the first text of others; where their arguments end, these do. */
int strings_add_rest(struct strings *s, struct strings *from)
{
    u64 at = 0, first_size, size;
    int error;

    while (*strings_byte(from, at)) at++;
    first_size = ++at;
    s->argument_bytes = s->size + from->argument_bytes - first_size;
    s->arguments = s->count + from->arguments - 1;
    s->count += from->count - 1;
    for (; at < from->size; at += size) {
        size = PAGE_SIZE - at % PAGE_SIZE;
        if (size > from->size - at) size = from->size - at;
        error = add_bytes(s, strings_byte(from, at), size);
        if (error) return error;
    }
    return 0;
}

static int add_user(struct strings *s, u64 text)
{
    u64 size, start = s->size;
    s64 length;
    u8 *at;

    for (;;) {
        if (is_full(s) || s->size - start > STRING_MAX) return -E2BIG;
        at = room(s, &size);
        if (!at) return -ENOMEM;
        length = copy_in_string((char *)at, text, size);
        if (length >= 0) break;
        if (length != -ENAMETOOLONG) return length;
        s->size += size;
        text += size;
    }
    s->size += length + 1;
    s->count++;
    return s->size - start > STRING_MAX ? -E2BIG : 0;
}

int strings_add_user(struct strings *s, u64 list)
{
    u64 text;
    int error;

    if (!list) return 0;
    for (;; list += 8) {
        if (copy_in(&text, list, 8) < 0) return -EFAULT;
        if (!text) return 0;
        error = add_user(s, text);
        if (error) return error;
    }
}

int strings_count(struct strings *s)
{
    return s->count;
}
