/* <sys/queue.h> and <obstack.h>. */
#include <obstack.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#define obstack_chunk_alloc counted_malloc
#define obstack_chunk_free counted_free

static int blocks;

static void *counted_malloc(size_t size)
{
    blocks++;
    return malloc(size);
}

static void counted_free(void *block)
{
    blocks--;
    free(block);
}

struct item {
    int number;
    SLIST_ENTRY(item) single;
    LIST_ENTRY(item) both;
    STAILQ_ENTRY(item) queue;
    TAILQ_ENTRY(item) tail;
};

int main(void)
{
    SLIST_HEAD(, item) singles = SLIST_HEAD_INITIALIZER(singles);
    LIST_HEAD(, item) lists = LIST_HEAD_INITIALIZER(lists);
    STAILQ_HEAD(, item) queues = STAILQ_HEAD_INITIALIZER(queues);
    TAILQ_HEAD(tails, item) tails = TAILQ_HEAD_INITIALIZER(tails), others;
    struct item items[6], *i, *next;
    struct obstack stack;
    char *first, *second, *third;
    int n;

    for (n = 0; n < 6; n++) {
        items[n].number = n;
        SLIST_INSERT_HEAD(&singles, &items[n], single);
        LIST_INSERT_HEAD(&lists, &items[n], both);
        STAILQ_INSERT_TAIL(&queues, &items[n], queue);
        TAILQ_INSERT_TAIL(&tails, &items[n], tail);
    }
    SLIST_REMOVE(&singles, &items[3], item, single);
    SLIST_FOREACH(i, &singles, single) printf("%d ", i->number);
    LIST_REMOVE(&items[0], both);
    LIST_REMOVE(&items[5], both);
    LIST_INSERT_BEFORE(&items[4], &items[5], both);
    LIST_FOREACH(i, &lists, both) printf("%d ", i->number);
    STAILQ_REMOVE(&queues, &items[5], item, queue);
    STAILQ_REMOVE_HEAD(&queues, queue);
    STAILQ_INSERT_TAIL(&queues, &items[0], queue);
    STAILQ_FOREACH(i, &queues, queue) printf("%d ", i->number);
    printf("\n");
    TAILQ_REMOVE(&tails, &items[2], tail);
    TAILQ_INSERT_BEFORE(&items[0], &items[2], tail);
    TAILQ_FOREACH_REVERSE(i, &tails, tails, tail) printf("%d ", i->number);
    for (i = TAILQ_FIRST(&tails); i; i = next) {
        next = TAILQ_NEXT(i, tail);
        if (i->number & 1) TAILQ_REMOVE(&tails, i, tail);
    }
    TAILQ_INIT(&others);
    TAILQ_INSERT_TAIL(&others, &items[1], tail);
    TAILQ_CONCAT(&tails, &others, tail);
    TAILQ_FOREACH(i, &tails, tail) printf("%d ", i->number);
    printf("last %d, empty %d\n", TAILQ_LAST(&tails, tails)->number, TAILQ_EMPTY(&others));

    obstack_init(&stack);
    first = obstack_copy0(&stack, "first", 5);
    second = obstack_alloc(&stack, 100);
    memset(second, 7, 100);
    for (n = 0; n < 5000; n++) obstack_1grow(&stack, (char)('a' + n % 26));
    obstack_grow0(&stack, "end", 3);
    printf("%d\n", (int)obstack_object_size(&stack));
    third = obstack_finish(&stack);
    printf("%s %d %s\n", first, second[99], third + 4997);
    printf("%d %d\n", (int)((size_t)third % 16 == 0), blocks);
    obstack_ptr_grow(&stack, first);
    obstack_int_grow(&stack, 5);
    printf("%d\n", (int)obstack_object_size(&stack));
    printf("%s\n", *(char **)obstack_base(&stack));
    obstack_free(&stack, second);
    printf("%d\n", blocks);
    second = obstack_alloc(&stack, 10);
    printf("%d\n", second > first && second < first + 64);
    obstack_free(&stack, NULL);
    printf("%d\n", blocks);
    return 0;
}
