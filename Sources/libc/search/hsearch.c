#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

/* A hash table with open addressing, at most three quarters full; it grows with what comes in. */
struct __hash_table {
    ENTRY *entries;
    size_t mask;
    size_t used;
};

static struct hsearch_data hsearch_table;

static size_t hash_text(const char *text)
{
    size_t hash = 5381;

    while (*text) hash = hash * 33 + (unsigned char)*text++;
    return hash;
}

/* The entry with this key, or the free one where it would stand. */
static ENTRY *hash_place(const struct __hash_table *table, const char *key)
{
    size_t i = hash_text(key) & table->mask;

    while (table->entries[i].key && strcmp(table->entries[i].key, key) != 0) i = (i + 1) & table->mask;
    return table->entries + i;
}

static int hash_resize(struct __hash_table *table, size_t count)
{
    ENTRY *old = table->entries;
    size_t old_size = old ? table->mask + 1 : 0, size = 8, i;

    while (size < count) size *= 2;
    table->entries = calloc(size, sizeof *old);
    if (!table->entries) {
        table->entries = old;
        return 0;
    }
    table->mask = size - 1;
    for (i = 0; i < old_size; i++)
        if (old[i].key) *hash_place(table, old[i].key) = old[i];
    free(old);
    return 1;
}

int __hcreate_r(size_t count, struct hsearch_data *table)
{
    table->__table = calloc(1, sizeof *table->__table);
    if (!table->__table) return 0;
    if (hash_resize(table->__table, count + count / 3 + 1)) return 1;
    free(table->__table);
    table->__table = NULL;
    return 0;
}
PUBLIC_NAME(hcreate_r);

void __hdestroy_r(struct hsearch_data *table)
{
    if (table->__table) free(table->__table->entries);
    free(table->__table);
    table->__table = NULL;
}
PUBLIC_NAME(hdestroy_r);

int __hsearch_r(ENTRY entry, ACTION action, ENTRY **found, struct hsearch_data *data)
{
    struct __hash_table *table = data->__table;
    ENTRY *place = hash_place(table, entry.key);

    *found = NULL;
    if (!place->key && action == FIND) {
        errno = ESRCH;
        return 0;
    }
    if (!place->key) {
        if ((table->used + 1) * 4 > (table->mask + 1) * 3) {
            if (!hash_resize(table, 2 * (table->mask + 1))) return 0;
            place = hash_place(table, entry.key);
        }
        *place = entry;
        table->used++;
    }
    *found = place;
    return 1;
}
PUBLIC_NAME(hsearch_r);

int __hcreate(size_t count)
{
    return __hcreate_r(count, &hsearch_table);
}
PUBLIC_NAME(hcreate);

void __hdestroy(void)
{
    __hdestroy_r(&hsearch_table);
}
PUBLIC_NAME(hdestroy);

ENTRY *__hsearch(ENTRY entry, ACTION action)
{
    ENTRY *found;

    __hsearch_r(entry, action, &found, &hsearch_table);
    return found;
}
PUBLIC_NAME(hsearch);
