/* A small program: lists, sorted by merging. */
#include "show.h"
struct node { int value; struct node *next; };
static struct node pool[64]; static int used;
static struct node *push(struct node *list, int value) { struct node *n = &pool[used++]; n->value = value; n->next = list; return n; }
static struct node *merge(struct node *a, struct node *b) {
    struct node head = { 0 }, *tail = &head;
    while (a && b) { struct node **least = a->value <= b->value ? &a : &b; tail = tail->next = *least; *least = (*least)->next; }
    tail->next = a ? a : b;
    return head.next;
}
static struct node *sort(struct node *list) {
    if (!list || !list->next) return list;
    struct node *slow = list, *fast = list->next;
    while (fast && fast->next) slow = slow->next, fast = fast->next->next;
    struct node *half = slow->next;
    slow->next = 0;
    return merge(sort(list), sort(half));
}
static struct node *reverse(struct node *list) { struct node *r = 0; while (list) { struct node *next = list->next; list->next = r; r = list; list = next; } return r; }
static void removed(struct node **p, int value) { while (*p) if ((*p)->value == value) *p = (*p)->next; else p = &(*p)->next; }
static void print(const struct node *n) { for (; n; n = n->next) put_number(n->value), put(n->next ? " " : "\n"); }

int main(void) {
    struct node *list = 0; unsigned seed = 7;
    for (int i = 0; i < 20; i++) { seed = seed * 1103515245 + 12345; list = push(list, seed >> 16 & 31); }
    print(list); list = sort(list); print(list); list = reverse(list); print(list); removed(&list, list->value); print(list);
    return 0;
}
