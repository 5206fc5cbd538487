#include <search.h>
#include <stddef.h>

struct queue_links {
    struct queue_links *next, *previous;
};

void insque(void *element, void *previous)
{
    struct queue_links *new = element, *before = previous;

    new->previous = before;
    new->next = before ? before->next : NULL;
    if (new->next) new->next->previous = new;
    if (before) before->next = new;
}

void remque(void *element)
{
    struct queue_links *old = element;

    if (old->next) old->next->previous = old->previous;
    if (old->previous) old->previous->next = old->next;
}
