#include <search.h>
#include <stdlib.h>
#include "../internal/names.h"

/* A binary tree, balanced as an AA tree: `level` falls by one from a node to its left child; a right child may have the same
   level, its own right child then has not. A node begins with the key, which is what callers look at. */
struct search_node {
    const void *key;
    struct search_node *left, *right;
    int level;
};

/* Turns a left child of the same level into the parent. */
static struct search_node *search_skew(struct search_node *node)
{
    struct search_node *left = node->left;

    if (!left || left->level != node->level) return node;
    node->left = left->right;
    left->right = node;
    return left;
}

/* Two right children of the same level in a row: the middle one rises. */
static struct search_node *search_split(struct search_node *node)
{
    struct search_node *right = node->right;

    if (!right || !right->right || right->right->level != node->level) return node;
    node->right = right->left;
    right->left = node;
    right->level++;
    return right;
}

static int search_level(const struct search_node *node)
{
    return node ? node->level : 0;
}

static struct search_node *search_insert(struct search_node *node, const void *key,
                                         int (*compare)(const void *, const void *), struct search_node **found)
{
    int order;

    if (!node) {
        node = malloc(sizeof *node);
        if (node) {
            node->key = key;
            node->left = node->right = NULL;
            node->level = 1;
        }
        *found = node;
        return node;
    }
    order = compare(key, node->key);
    if (order == 0) {
        *found = node;
        return node;
    }
    if (order < 0) node->left = search_insert(node->left, key, compare, found);
    else node->right = search_insert(node->right, key, compare, found);
    return search_split(search_skew(node));
}

void *__tsearch(const void *key, void **root, int (*compare)(const void *, const void *))
{
    struct search_node *found = NULL;

    if (!root) return NULL;
    *root = search_insert(*root, key, compare, &found);
    return found;
}
PUBLIC_NAME(tsearch);

void *__tfind(const void *key, void *const *root, int (*compare)(const void *, const void *))
{
    struct search_node *node = root ? *root : NULL;

    while (node) {
        int order = compare(key, node->key);
        if (order == 0) return node;
        node = order < 0 ? node->left : node->right;
    }
    return NULL;
}
PUBLIC_NAME(tfind);

/* Lowers a node whose children have become too low, and what is then too high on its right. */
static struct search_node *search_lower(struct search_node *node)
{
    int lowest = search_level(node->left) < search_level(node->right) ? search_level(node->left) : search_level(node->right);

    if (lowest + 1 < node->level) {
        node->level = lowest + 1;
        if (search_level(node->right) > node->level) node->right->level = node->level;
    }
    node = search_skew(node);
    if (node->right) node->right = search_skew(node->right);
    if (node->right && node->right->right) node->right->right = search_skew(node->right->right);
    node = search_split(node);
    if (node->right) node->right = search_split(node->right);
    return node;
}

/* The smallest node of a tree that is not empty, taken out of it. */
static struct search_node *search_take_first(struct search_node **tree)
{
    struct search_node *node = *tree, *first;

    if (!node->left) {
        *tree = node->right;
        return node;
    }
    first = search_take_first(&node->left);
    *tree = search_lower(node);
    return first;
}

static struct search_node *search_delete(struct search_node *node, const void *key,
                                         int (*compare)(const void *, const void *), struct search_node **parent, int *done)
{
    int order;

    if (!node) return NULL;
    order = compare(key, node->key);
    if (order != 0) {
        *parent = node;
        if (order < 0) node->left = search_delete(node->left, key, compare, parent, done);
        else node->right = search_delete(node->right, key, compare, parent, done);
    } else {
        struct search_node *old = node, *right = old->right;
        *done = 1;
        if (!right) {
            node = old->left;
        } else {
            node = search_take_first(&right);
            node->left = old->left;
            node->right = right;
            node->level = old->level;
        }
        free(old);
        if (!node) return NULL;
    }
    return search_lower(node);
}

/* Gives the parent; for the root something that is not NULL. */
void *__tdelete(const void *key, void **root, int (*compare)(const void *, const void *))
{
    struct search_node *parent;
    int done = 0;

    if (!root || !*root) return NULL;
    parent = *root;
    *root = search_delete(*root, key, compare, &parent, &done);
    return done ? (void *)parent : NULL;
}
PUBLIC_NAME(tdelete);

static void search_walk(const struct search_node *node, void (*action)(const void *, VISIT, int), int depth)
{
    if (!node->left && !node->right) {
        action(node, leaf, depth);
        return;
    }
    action(node, preorder, depth);
    if (node->left) search_walk(node->left, action, depth + 1);
    action(node, postorder, depth);
    if (node->right) search_walk(node->right, action, depth + 1);
    action(node, endorder, depth);
}

void __twalk(const void *root, void (*action)(const void *node, VISIT visit, int depth))
{
    if (root && action) search_walk(root, action, 0);
}
PUBLIC_NAME(twalk);

static void search_walk_r(const struct search_node *node, void (*action)(const void *, VISIT, void *), void *closure)
{
    if (!node->left && !node->right) {
        action(node, leaf, closure);
        return;
    }
    action(node, preorder, closure);
    if (node->left) search_walk_r(node->left, action, closure);
    action(node, postorder, closure);
    if (node->right) search_walk_r(node->right, action, closure);
    action(node, endorder, closure);
}

void __twalk_r(const void *root, void (*action)(const void *node, VISIT visit, void *closure), void *closure)
{
    if (root && action) search_walk_r(root, action, closure);
}
PUBLIC_NAME(twalk_r);

void __tdestroy(void *root, void (*release)(void *key))
{
    struct search_node *node = root;

    if (!node) return;
    __tdestroy(node->left, release);
    __tdestroy(node->right, release);
    if (release) release((void *)node->key);
    free(node);
}
PUBLIC_NAME(tdestroy);
