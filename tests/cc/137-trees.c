/* Binary trees with rotations, walked with and without recursion. */
#include "show.h"
typedef struct node { struct node *child[2]; int key, height; } node;
static node pool[300]; static int used;
static int height(node *n) { return n ? n->height : 0; }
static void update(node *n) { int l = height(n->child[0]), r = height(n->child[1]); n->height = (l > r ? l : r) + 1; }
static node *rotate(node *n, int d) { node *c = n->child[!d]; n->child[!d] = c->child[d]; c->child[d] = n; update(n); update(c); return c; }
static node *insert(node *n, int key) {
    if (!n) { n = &pool[used++]; *n = (node){ .key = key, .height = 1 }; return n; }
    int d = key > n->key; if (key == n->key) return n;
    n->child[d] = insert(n->child[d], key); update(n);
    if (height(n->child[d]) - height(n->child[!d]) > 1) { if (height(n->child[d]->child[!d]) > height(n->child[d]->child[d])) n->child[d] = rotate(n->child[d], d); n = rotate(n, !d); }
    return n;
}
static int walk(node *root) { node *stack[40]; int top = 0, n = 0, last = -1, sorted = 1; while (root || top) { while (root) stack[top++] = root, root = root->child[0]; root = stack[--top]; sorted &= root->key > last; last = root->key; n++; root = root->child[1]; } return sorted ? n : -n; }
static long sum(node *n, int depth) { return n ? n->key * depth + sum(n->child[0], depth + 1) + sum(n->child[1], depth + 1) : 0; }

int main(void) {
    node *root = 0; unsigned seed = 1;
    for (int i = 0; i < 128; i++) root = insert(root, i);
    SHOW(root->height); SHOW(root->key); SHOW(walk(root));
    for (int i = 0; i < 150; i++) { seed = seed * 1664525 + 1013904223; root = insert(root, seed >> 22); }
    SHOW(root->height); SHOW(walk(root)); SHOW(sum(root, 1)); SHOW(used);
    return 0;
}
