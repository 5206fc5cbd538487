/* Lists that grow and go: one size, many blocks. */
#include <stdio.h>
#include <stdlib.h>

struct node { struct node *next; long value; };

int main(void)
{
    unsigned long total = 0;

    for (int round = 0; round < 100; round++) {
        struct node *list = NULL;
        for (long i = 0; i < 50000; i++) {
            struct node *node = malloc(sizeof *node);
            node->next = list;
            node->value = i;
            list = node;
        }
        while (list) {
            struct node *next = list->next;
            total += (unsigned long)list->value;
            free(list);
            list = next;
        }
    }
    printf("%lu\n", total);
    return 0;
}
