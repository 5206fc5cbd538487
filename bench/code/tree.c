/* Pointers: a search tree that is balanced at random (a treap), and lists. */
#include <stdio.h>

enum { COUNT = 20000 };

struct node {
    struct node *left, *right;
    int key;
    unsigned priority;
};

struct item {
    struct item *next;
    int value;
};

static struct node pool[COUNT];
static struct item items[COUNT];
static int used;
static unsigned seed = 42;

static unsigned next_random(void) { return seed = seed * 1664525 + 1013904223; }

static struct node *rotate_right(struct node *n)
{
    struct node *l = n->left;
    n->left = l->right;
    l->right = n;
    return l;
}

static struct node *rotate_left(struct node *n)
{
    struct node *r = n->right;
    n->right = r->left;
    r->left = n;
    return r;
}

static struct node *insert(struct node *n, int key)
{
    if (!n) {
        n = &pool[used++];
        n->left = n->right = 0;
        n->key = key;
        n->priority = next_random();
        return n;
    }
    if (key < n->key) {
        n->left = insert(n->left, key);
        if (n->left->priority > n->priority) n = rotate_right(n);
    } else if (key > n->key) {
        n->right = insert(n->right, key);
        if (n->right->priority > n->priority) n = rotate_left(n);
    }
    return n;
}

static int find(const struct node *n, int key)
{
    int depth = 1;
    while (n) {
        if (n->key == key) return depth;
        n = key < n->key ? n->left : n->right;
        depth++;
    }
    return -depth;
}

static int height(const struct node *n)
{
    if (!n) return 0;
    int l = height(n->left), r = height(n->right);
    return 1 + (l > r ? l : r);
}

static struct item *reverse(struct item *list)
{
    struct item *result = 0;
    while (list) {
        struct item *next = list->next;
        list->next = result;
        result = list;
        list = next;
    }
    return result;
}

int main(void)
{
    unsigned sum = 0;
    for (int round = 0; round < 24; round++) {
        struct node *root = 0;
        struct item *list = 0;
        used = 0;
        for (int i = 0; i < COUNT; i++) root = insert(root, next_random() >> 8);
        sum = sum * 31 + height(root);
        for (int i = 0; i < 3 * COUNT; i++) sum += find(root, i % 2 ? pool[i % used].key : (int)(next_random() >> 8));
        for (int i = 0; i < COUNT; i++) {
            items[i].value = i;
            items[i].next = list;
            list = &items[i];
        }
        for (int k = 0; k < 20; k++) {
            list = reverse(list);
            for (const struct item *p = list; p; p = p->next) sum = sum * 3 + p->value;
        }
    }
    printf("tree %u\n", sum);
    return 0;
}
