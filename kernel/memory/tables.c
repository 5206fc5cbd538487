/* Walking page tables: TABLE_LEVELS levels of 512 entries. */
#include "linux.h"
#include "memory.h"

static u64 *slot(u64 table, u64 address, int level)
{
    return (u64 *)KERNEL_ADDRESS(table) + (address >> (12 + 9 * level) & 511);
}

u64 table_new(void)
{
    u64 root = page_allocate_clear();

    if (root) arch_root_init(root);
    return root;
}

u64 *table_entry(u64 root, u64 address, int make)
{
    u64 table = root, next;
    u64 *entry;
    int level;

    for (level = TABLE_LEVELS - 1; level > 0; level--) {
        entry = slot(table, address, level);
        if (!*entry) {
            if (!make) return NULL;
            next = page_allocate_clear();
            if (!next) return NULL;
            *entry = arch_table_entry(next);
        }
        table = arch_entry_address(*entry);
    }
    return slot(table, address, 0);
}

/* Where nothing is, on to the end of what the missing table would hold. */
u64 *table_scan(u64 root, u64 *address, u64 end)
{
    u64 table, next;
    u64 *entry;
    int level;

    while (*address < end) {
        table = root;
        for (level = TABLE_LEVELS - 1; level > 0; level--) {
            entry = slot(table, *address, level);
            if (!*entry) break;
            table = arch_entry_address(*entry);
        }
        next = (*address | ((PAGE_SIZE << 9 * (level ? level : 1)) - 1)) + 1;
        if (next > end) next = end;
        if (level == 0)
            for (entry = slot(table, *address, 0); *address < next; *address += PAGE_SIZE, entry++)
                if (*entry) return entry;
        *address = next;
    }
    return NULL;
}

int table_map(u64 root, u64 address, u64 page, int flags)
{
    u64 *entry = table_entry(root, address, 1);

    if (!entry) return -ENOMEM;
    *entry = arch_page_entry(page, flags);
    return 0;
}

/* The tables of the last level have pages in them, and are not looked at. */
static u64 count_level(u64 table, int level, int count)
{
    u64 *entries = KERNEL_ADDRESS(table);
    u64 tables = 0;
    int i;

    for (i = 0; i < count; i++)
        if (entries[i]) tables += 1 + (level > 1 ? count_level(arch_entry_address(entries[i]), level - 1, 512) : 0);
    return tables;
}

/* Of a root's entries, those that programs have. */
static int root_entries(void)
{
    int level = TABLE_LEVELS - 1;

    return (USER_TOP + (1UL << (12 + 9 * level)) - 1) >> (12 + 9 * level);
}

u64 table_count(u64 root)
{
    return count_level(root, TABLE_LEVELS - 1, root_entries());
}

static void release_level(u64 table, int level, int count)
{
    u64 *entries = KERNEL_ADDRESS(table);
    int i;

    for (i = 0; i < count; i++) {
        /* Most tables are nearly empty. */
        while (i + 8 <= count && !(entries[i] | entries[i + 1] | entries[i + 2] | entries[i + 3] | entries[i + 4] | entries[i + 5]
                                   | entries[i + 6] | entries[i + 7]))
            i += 8;
        if (i == count) break;
        if (!entries[i]) continue;
        if (level > 0) release_level(arch_entry_address(entries[i]), level - 1, 512);
        page_release(arch_entry_address(entries[i]));
        entries[i] = 0;
    }
}

void table_release(u64 root, int keep_root)
{
    release_level(root, TABLE_LEVELS - 1, root_entries());
    if (!keep_root) page_release(root);
}
