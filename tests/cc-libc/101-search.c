/* <search.h>: trees against a model, hash tables that grow, lists and arrays. */
#include <errno.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBERS = 500 };

static int numbers[NUMBERS];
static int seen, ordered, deepest, last;

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return x < y ? -1 : x > y;
}

static void visit(const void *node, VISIT visit, int depth)
{
    if (visit != postorder && visit != leaf) return;
    if (**(int *const *)node <= last) ordered = 0;
    last = **(int *const *)node;
    seen++;
    if (depth > deepest) deepest = depth;
}

static void walk(const void *root)
{
    seen = deepest = 0;
    ordered = 1;
    last = -1;
    twalk(root, visit);
}

static int released;
static void release(void *key)
{
    (void)key;
    released++;
}

static void trees(void)
{
    static char in[NUMBERS];
    void *root = NULL;
    unsigned int seed = 7;
    int i, wrong = 0, count = 0;

    for (i = 0; i < NUMBERS; i++) numbers[i] = i;
    for (i = 0; i < 20000; i++) {
        int number;
        seed = seed * 1103515245 + 12345;
        number = (int)(seed >> 16) % NUMBERS;
        if (seed >> 15 & 1) {
            int *const *node = tsearch(&numbers[number], &root, compare);
            wrong += !node || **node != number;
            count += !in[number];
            in[number] = 1;
        } else {
            void *parent = tdelete(&numbers[number], &root, compare);
            wrong += (parent != NULL) != in[number];
            count -= in[number];
            in[number] = 0;
        }
        wrong += (tfind(&numbers[number], &root, compare) != NULL) != in[number];
        if (i % 1000 == 0) {
            walk(root);
            wrong += seen != count || !ordered || deepest > 18;
        }
    }
    printf("%d wrong\n", wrong);
    tdestroy(root, release);
    printf("%d released\n", released == count);
    /* In order, the worst case of a tree that is not balanced. */
    root = NULL;
    for (i = 0; i < NUMBERS; i++) tsearch(&numbers[i], &root, compare);
    walk(root);
    printf("%d seen, ordered %d, flat %d\n", seen, ordered, deepest <= 18);
    while (root) tdelete(*(void **)root, &root, compare);
    printf("empty %d\n", tfind(&numbers[3], &root, compare) == NULL && tdelete(&numbers[3], &root, compare) == NULL);
}

static void tables(void)
{
    static char names[300][8];
    ENTRY entry, *found;
    int i, wrong = 0;

    printf("create %d\n", hcreate(10) != 0);
    for (i = 0; i < 300; i++) {
        sprintf(names[i], "n%d", i);
        entry.key = names[i];
        entry.data = &numbers[i];
        wrong += hsearch(entry, ENTER) == NULL;
    }
    for (i = 0; i < 300; i++) {
        char name[8];
        sprintf(name, "n%d", i);
        entry.key = name;
        found = hsearch(entry, FIND);
        wrong += !found || found->data != &numbers[i];
    }
    entry.key = "n300";
    errno = 0;
    printf("%d wrong, %d\n", wrong, hsearch(entry, FIND) == NULL && errno == ESRCH);
    entry.key = "n7";
    entry.data = NULL;
    printf("the first stays %d\n", *(int *)hsearch(entry, ENTER)->data);
    hdestroy();
}

struct element {
    struct element *next, *previous;
    int number;
};

int main(void)
{
    struct element a = { NULL, NULL, 1 }, b = { NULL, NULL, 2 }, c = { NULL, NULL, 3 }, *e;
    int array[4] = { 5, 6, 7 }, key = 6;
    size_t count = 3;

    trees();
    tables();
    insque(&a, NULL);
    insque(&c, &a);
    insque(&b, &a);
    for (e = &a; e; e = e->next) printf("%d ", e->number);
    remque(&b);
    printf("| %d %d\n", a.next->number, c.previous->number);
    printf("%d ", (int)((int *)lfind(&key, array, &count, sizeof key, compare) - array));
    key = 9;
    printf("%d ", lfind(&key, array, &count, sizeof key, compare) == NULL);
    printf("%d ", (int)((int *)lsearch(&key, array, &count, sizeof key, compare) - array));
    printf("%d %d\n", (int)count, array[3]);
    return 0;
}
