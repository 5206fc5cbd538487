/* BSD's lists: single (SLIST), double (LIST), with a tail (STAILQ, SIMPLEQ), double with a tail (TAILQ) and a ring (CIRCLEQ). */
#ifndef _MINICC_LIBC_SYS_QUEUE_H
#define _MINICC_LIBC_SYS_QUEUE_H

#define SLIST_HEAD(name, type) struct name { struct type *slh_first; }
#define SLIST_HEAD_INITIALIZER(head) { 0 }
#define SLIST_ENTRY(type) struct { struct type *sle_next; }
#define SLIST_FIRST(head) ((head)->slh_first)
#define SLIST_EMPTY(head) ((head)->slh_first == 0)
#define SLIST_NEXT(item, field) ((item)->field.sle_next)
#define SLIST_END(head) 0
#define SLIST_INIT(head) ((void)((head)->slh_first = 0))
#define SLIST_INSERT_HEAD(head, item, field) \
    do { \
        (item)->field.sle_next = (head)->slh_first; \
        (head)->slh_first = (item); \
    } while (0)
#define SLIST_INSERT_AFTER(at, item, field) \
    do { \
        (item)->field.sle_next = (at)->field.sle_next; \
        (at)->field.sle_next = (item); \
    } while (0)
#define SLIST_REMOVE_HEAD(head, field) ((void)((head)->slh_first = (head)->slh_first->field.sle_next))
#define SLIST_REMOVE_AFTER(at, field) ((void)((at)->field.sle_next = (at)->field.sle_next->field.sle_next))
#define SLIST_REMOVE(head, item, type, field) \
    do { \
        struct type **__link = &(head)->slh_first; \
        while (*__link != (item)) __link = &(*__link)->field.sle_next; \
        *__link = (item)->field.sle_next; \
    } while (0)
#define SLIST_FOREACH(item, head, field) for ((item) = SLIST_FIRST(head); (item); (item) = SLIST_NEXT(item, field))
#define SLIST_FOREACH_SAFE(item, head, field, next) \
    for ((item) = SLIST_FIRST(head); (item) && ((next) = SLIST_NEXT(item, field), 1); (item) = (next))

#define LIST_HEAD(name, type) struct name { struct type *lh_first; }
#define LIST_HEAD_INITIALIZER(head) { 0 }
#define LIST_ENTRY(type) struct { struct type *le_next, **le_prev; }
#define LIST_FIRST(head) ((head)->lh_first)
#define LIST_EMPTY(head) ((head)->lh_first == 0)
#define LIST_NEXT(item, field) ((item)->field.le_next)
#define LIST_END(head) 0
#define LIST_INIT(head) ((void)((head)->lh_first = 0))
#define LIST_INSERT_HEAD(head, item, field) \
    do { \
        if (((item)->field.le_next = (head)->lh_first) != 0) (head)->lh_first->field.le_prev = &(item)->field.le_next; \
        (head)->lh_first = (item); \
        (item)->field.le_prev = &(head)->lh_first; \
    } while (0)
#define LIST_INSERT_AFTER(at, item, field) \
    do { \
        if (((item)->field.le_next = (at)->field.le_next) != 0) \
            (at)->field.le_next->field.le_prev = &(item)->field.le_next; \
        (at)->field.le_next = (item); \
        (item)->field.le_prev = &(at)->field.le_next; \
    } while (0)
#define LIST_INSERT_BEFORE(at, item, field) \
    do { \
        (item)->field.le_prev = (at)->field.le_prev; \
        (item)->field.le_next = (at); \
        *(at)->field.le_prev = (item); \
        (at)->field.le_prev = &(item)->field.le_next; \
    } while (0)
#define LIST_REMOVE(item, field) \
    do { \
        if ((item)->field.le_next) (item)->field.le_next->field.le_prev = (item)->field.le_prev; \
        *(item)->field.le_prev = (item)->field.le_next; \
    } while (0)
#define LIST_REPLACE(old, item, field) \
    do { \
        if (((item)->field.le_next = (old)->field.le_next) != 0) \
            (item)->field.le_next->field.le_prev = &(item)->field.le_next; \
        (item)->field.le_prev = (old)->field.le_prev; \
        *(item)->field.le_prev = (item); \
    } while (0)
#define LIST_FOREACH(item, head, field) for ((item) = LIST_FIRST(head); (item); (item) = LIST_NEXT(item, field))
#define LIST_FOREACH_SAFE(item, head, field, next) \
    for ((item) = LIST_FIRST(head); (item) && ((next) = LIST_NEXT(item, field), 1); (item) = (next))

#define STAILQ_HEAD(name, type) struct name { struct type *stqh_first, **stqh_last; }
#define STAILQ_HEAD_INITIALIZER(head) { 0, &(head).stqh_first }
#define STAILQ_ENTRY(type) struct { struct type *stqe_next; }
#define STAILQ_FIRST(head) ((head)->stqh_first)
#define STAILQ_EMPTY(head) ((head)->stqh_first == 0)
#define STAILQ_NEXT(item, field) ((item)->field.stqe_next)
#define STAILQ_INIT(head) ((void)((head)->stqh_first = 0, (head)->stqh_last = &(head)->stqh_first))
#define STAILQ_INSERT_HEAD(head, item, field) \
    do { \
        if (((item)->field.stqe_next = (head)->stqh_first) == 0) (head)->stqh_last = &(item)->field.stqe_next; \
        (head)->stqh_first = (item); \
    } while (0)
#define STAILQ_INSERT_TAIL(head, item, field) \
    do { \
        (item)->field.stqe_next = 0; \
        *(head)->stqh_last = (item); \
        (head)->stqh_last = &(item)->field.stqe_next; \
    } while (0)
#define STAILQ_INSERT_AFTER(head, at, item, field) \
    do { \
        if (((item)->field.stqe_next = (at)->field.stqe_next) == 0) (head)->stqh_last = &(item)->field.stqe_next; \
        (at)->field.stqe_next = (item); \
    } while (0)
#define STAILQ_REMOVE_HEAD(head, field) \
    do { \
        if (((head)->stqh_first = (head)->stqh_first->field.stqe_next) == 0) (head)->stqh_last = &(head)->stqh_first; \
    } while (0)
#define STAILQ_REMOVE(head, item, type, field) \
    do { \
        struct type **__link = &(head)->stqh_first; \
        while (*__link != (item)) __link = &(*__link)->field.stqe_next; \
        if ((*__link = (item)->field.stqe_next) == 0) (head)->stqh_last = __link; \
    } while (0)
#define STAILQ_CONCAT(head, other) \
    do { \
        if (!STAILQ_EMPTY(other)) { \
            *(head)->stqh_last = (other)->stqh_first; \
            (head)->stqh_last = (other)->stqh_last; \
            STAILQ_INIT(other); \
        } \
    } while (0)
#define STAILQ_FOREACH(item, head, field) for ((item) = STAILQ_FIRST(head); (item); (item) = STAILQ_NEXT(item, field))
#define STAILQ_FOREACH_SAFE(item, head, field, next) \
    for ((item) = STAILQ_FIRST(head); (item) && ((next) = STAILQ_NEXT(item, field), 1); (item) = (next))

#define SIMPLEQ_HEAD(name, type) struct name { struct type *sqh_first, **sqh_last; }
#define SIMPLEQ_HEAD_INITIALIZER(head) { 0, &(head).sqh_first }
#define SIMPLEQ_ENTRY(type) struct { struct type *sqe_next; }
#define SIMPLEQ_FIRST(head) ((head)->sqh_first)
#define SIMPLEQ_EMPTY(head) ((head)->sqh_first == 0)
#define SIMPLEQ_NEXT(item, field) ((item)->field.sqe_next)
#define SIMPLEQ_INIT(head) ((void)((head)->sqh_first = 0, (head)->sqh_last = &(head)->sqh_first))
#define SIMPLEQ_INSERT_HEAD(head, item, field) \
    do { \
        if (((item)->field.sqe_next = (head)->sqh_first) == 0) (head)->sqh_last = &(item)->field.sqe_next; \
        (head)->sqh_first = (item); \
    } while (0)
#define SIMPLEQ_INSERT_TAIL(head, item, field) \
    do { \
        (item)->field.sqe_next = 0; \
        *(head)->sqh_last = (item); \
        (head)->sqh_last = &(item)->field.sqe_next; \
    } while (0)
#define SIMPLEQ_INSERT_AFTER(head, at, item, field) \
    do { \
        if (((item)->field.sqe_next = (at)->field.sqe_next) == 0) (head)->sqh_last = &(item)->field.sqe_next; \
        (at)->field.sqe_next = (item); \
    } while (0)
#define SIMPLEQ_REMOVE_HEAD(head, field) \
    do { \
        if (((head)->sqh_first = (head)->sqh_first->field.sqe_next) == 0) (head)->sqh_last = &(head)->sqh_first; \
    } while (0)
#define SIMPLEQ_FOREACH(item, head, field) for ((item) = SIMPLEQ_FIRST(head); (item); (item) = SIMPLEQ_NEXT(item, field))

#define TAILQ_HEAD(name, type) struct name { struct type *tqh_first, **tqh_last; }
#define TAILQ_HEAD_INITIALIZER(head) { 0, &(head).tqh_first }
#define TAILQ_ENTRY(type) struct { struct type *tqe_next, **tqe_prev; }
#define TAILQ_FIRST(head) ((head)->tqh_first)
#define TAILQ_EMPTY(head) ((head)->tqh_first == 0)
#define TAILQ_END(head) 0
#define TAILQ_NEXT(item, field) ((item)->field.tqe_next)
/* A head and an entry begin alike: the link before the last leads to the element that owns it. */
#define TAILQ_LAST(head, name) (*((struct name *)(void *)(head)->tqh_last)->tqh_last)
#define TAILQ_PREV(item, name, field) (*((struct name *)(void *)(item)->field.tqe_prev)->tqh_last)
#define TAILQ_INIT(head) ((void)((head)->tqh_first = 0, (head)->tqh_last = &(head)->tqh_first))
#define TAILQ_INSERT_HEAD(head, item, field) \
    do { \
        if (((item)->field.tqe_next = (head)->tqh_first) != 0) \
            (head)->tqh_first->field.tqe_prev = &(item)->field.tqe_next; \
        else (head)->tqh_last = &(item)->field.tqe_next; \
        (head)->tqh_first = (item); \
        (item)->field.tqe_prev = &(head)->tqh_first; \
    } while (0)
#define TAILQ_INSERT_TAIL(head, item, field) \
    do { \
        (item)->field.tqe_next = 0; \
        (item)->field.tqe_prev = (head)->tqh_last; \
        *(head)->tqh_last = (item); \
        (head)->tqh_last = &(item)->field.tqe_next; \
    } while (0)
#define TAILQ_INSERT_AFTER(head, at, item, field) \
    do { \
        if (((item)->field.tqe_next = (at)->field.tqe_next) != 0) \
            (item)->field.tqe_next->field.tqe_prev = &(item)->field.tqe_next; \
        else (head)->tqh_last = &(item)->field.tqe_next; \
        (at)->field.tqe_next = (item); \
        (item)->field.tqe_prev = &(at)->field.tqe_next; \
    } while (0)
#define TAILQ_INSERT_BEFORE(at, item, field) \
    do { \
        (item)->field.tqe_prev = (at)->field.tqe_prev; \
        (item)->field.tqe_next = (at); \
        *(at)->field.tqe_prev = (item); \
        (at)->field.tqe_prev = &(item)->field.tqe_next; \
    } while (0)
#define TAILQ_REMOVE(head, item, field) \
    do { \
        if ((item)->field.tqe_next) (item)->field.tqe_next->field.tqe_prev = (item)->field.tqe_prev; \
        else (head)->tqh_last = (item)->field.tqe_prev; \
        *(item)->field.tqe_prev = (item)->field.tqe_next; \
    } while (0)
#define TAILQ_REPLACE(head, old, item, field) \
    do { \
        if (((item)->field.tqe_next = (old)->field.tqe_next) != 0) \
            (item)->field.tqe_next->field.tqe_prev = &(item)->field.tqe_next; \
        else (head)->tqh_last = &(item)->field.tqe_next; \
        (item)->field.tqe_prev = (old)->field.tqe_prev; \
        *(item)->field.tqe_prev = (item); \
    } while (0)
#define TAILQ_CONCAT(head, other, field) \
    do { \
        if (!TAILQ_EMPTY(other)) { \
            *(head)->tqh_last = (other)->tqh_first; \
            (other)->tqh_first->field.tqe_prev = (head)->tqh_last; \
            (head)->tqh_last = (other)->tqh_last; \
            TAILQ_INIT(other); \
        } \
    } while (0)
#define TAILQ_FOREACH(item, head, field) for ((item) = TAILQ_FIRST(head); (item); (item) = TAILQ_NEXT(item, field))
#define TAILQ_FOREACH_REVERSE(item, head, name, field) \
    for ((item) = TAILQ_LAST(head, name); (item); (item) = TAILQ_PREV(item, name, field))
#define TAILQ_FOREACH_SAFE(item, head, field, next) \
    for ((item) = TAILQ_FIRST(head); (item) && ((next) = TAILQ_NEXT(item, field), 1); (item) = (next))
#define TAILQ_FOREACH_REVERSE_SAFE(item, head, name, field, next) \
    for ((item) = TAILQ_LAST(head, name); (item) && ((next) = TAILQ_PREV(item, name, field), 1); (item) = (next))

#define CIRCLEQ_HEAD(name, type) struct name { struct type *cqh_first, *cqh_last; }
#define CIRCLEQ_HEAD_INITIALIZER(head) { (void *)&(head), (void *)&(head) }
#define CIRCLEQ_ENTRY(type) struct { struct type *cqe_next, *cqe_prev; }
#define CIRCLEQ_FIRST(head) ((head)->cqh_first)
#define CIRCLEQ_LAST(head) ((head)->cqh_last)
#define CIRCLEQ_EMPTY(head) ((head)->cqh_first == (void *)(head))
#define CIRCLEQ_NEXT(item, field) ((item)->field.cqe_next)
#define CIRCLEQ_PREV(item, field) ((item)->field.cqe_prev)
#define CIRCLEQ_INIT(head) ((void)((head)->cqh_first = (void *)(head), (head)->cqh_last = (void *)(head)))
#define CIRCLEQ_INSERT_HEAD(head, item, field) \
    do { \
        (item)->field.cqe_next = (head)->cqh_first; \
        (item)->field.cqe_prev = (void *)(head); \
        if ((head)->cqh_last == (void *)(head)) (head)->cqh_last = (item); \
        else (head)->cqh_first->field.cqe_prev = (item); \
        (head)->cqh_first = (item); \
    } while (0)
#define CIRCLEQ_INSERT_TAIL(head, item, field) \
    do { \
        (item)->field.cqe_next = (void *)(head); \
        (item)->field.cqe_prev = (head)->cqh_last; \
        if ((head)->cqh_first == (void *)(head)) (head)->cqh_first = (item); \
        else (head)->cqh_last->field.cqe_next = (item); \
        (head)->cqh_last = (item); \
    } while (0)
#define CIRCLEQ_REMOVE(head, item, field) \
    do { \
        if ((item)->field.cqe_next == (void *)(head)) (head)->cqh_last = (item)->field.cqe_prev; \
        else (item)->field.cqe_next->field.cqe_prev = (item)->field.cqe_prev; \
        if ((item)->field.cqe_prev == (void *)(head)) (head)->cqh_first = (item)->field.cqe_next; \
        else (item)->field.cqe_prev->field.cqe_next = (item)->field.cqe_next; \
    } while (0)
#define CIRCLEQ_FOREACH(item, head, field) \
    for ((item) = CIRCLEQ_FIRST(head); (item) != (void *)(head); (item) = CIRCLEQ_NEXT(item, field))

#endif
