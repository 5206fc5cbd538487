/* Searching in tables, lists and trees. */
#ifndef _MINICC_LIBC_SEARCH_H
#define _MINICC_LIBC_SEARCH_H

#include <features.h>
#include <bits/size_t.h>

typedef enum { FIND, ENTER } ACTION;
typedef struct entry {
    char *key;
    void *data;
} ENTRY;
typedef enum { preorder, postorder, endorder, leaf } VISIT;

/* A list's links, which its elements begin with. */
struct qelem {
    struct qelem *q_forw, *q_back;
    char q_data[1];
};

void insque(void *element, void *previous);
void remque(void *element);

void *lsearch(const void *key, void *base, size_t *count, size_t size, int (*compare)(const void *, const void *));
void *lfind(const void *key, const void *base, size_t *count, size_t size, int (*compare)(const void *, const void *));

int hcreate(size_t count);
void hdestroy(void);
ENTRY *hsearch(ENTRY entry, ACTION action);
struct hsearch_data {
    struct __hash_table *__table;
};
int hcreate_r(size_t count, struct hsearch_data *table);
void hdestroy_r(struct hsearch_data *table);
int hsearch_r(ENTRY entry, ACTION action, ENTRY **found, struct hsearch_data *table);

void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *));
void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *));
void *tdelete(const void *key, void **root, int (*compare)(const void *, const void *));
void twalk(const void *root, void (*action)(const void *node, VISIT visit, int depth));
void twalk_r(const void *root, void (*action)(const void *node, VISIT visit, void *closure), void *closure);
void tdestroy(void *root, void (*release)(void *key));

#endif
