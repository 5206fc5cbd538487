/*
 * Objects of up to a page. A page of small objects begins with its header and holds objects of one size;
 * an object that needs more than half a page gets a page, and is known by its address.
 */
#include "base.h"
#include "checks.h"
#include "memory.h"

struct chunk {
    struct chunk *next, *previous;     /* chunks of this size with free objects */
    void *free_list;                   /* each object holds the address of the next */
    u32 size_index, used;
};

static u32 sizes[] = { 32, 64, 128, 256, 336 /* inodes */, 496, 992, 2016 };
static struct chunk *partial[COUNT_OF(sizes)];

static void enter(struct chunk *c)
{
    struct chunk **head = &partial[c->size_index];

    c->next = *head;
    c->previous = NULL;
    if (*head) (*head)->previous = c;
    *head = c;
}

static void leave(struct chunk *c)
{
    if (c->next) c->next->previous = c->previous;
    if (c->previous) c->previous->next = c->next;
    else partial[c->size_index] = c->next;
}

static struct chunk *new_chunk(u32 size_index)
{
    u64 page = page_allocate_clear();
    struct chunk *c;
    u8 *object;
    u32 size = sizes[size_index];

    if (!page) return NULL;
    c = KERNEL_ADDRESS(page);
    c->size_index = size_index;
    for (object = (u8 *)c + 64; object + size <= (u8 *)c + PAGE_SIZE; object += size) {
        *(void **)object = c->free_list;
        c->free_list = object;
        CHECK(check_fill(object + 8, size - 8));
    }
    enter(c);
    return c;
}

void *allocate(u64 size)
{
    struct chunk *c;
    void *object;
    u64 page;
    u32 i = 0;

    while (i < COUNT_OF(sizes) && size > sizes[i]) i++;
    if (i == COUNT_OF(sizes)) {
        if (size > PAGE_SIZE) panic("an object of %lu bytes", size);
        page = page_allocate_clear();
        return page ? KERNEL_ADDRESS(page) : NULL;
    }
    c = partial[i] ? partial[i] : new_chunk(i);
    if (!c) return NULL;
    object = c->free_list;
    c->free_list = *(void **)object;
    c->used++;
    if (!c->free_list) leave(c);
    CHECK(check_filled((u8 *)object + 8, sizes[i] - 8));
    clear_bytes(object, sizes[i]);
    return object;
}

u64 allocated_size(u64 size)
{
    u32 i = 0;

    while (i < COUNT_OF(sizes) && size > sizes[i]) i++;
    return i < COUNT_OF(sizes) ? sizes[i] : PAGE_SIZE;
}

#ifdef CHECKS
static void check_is_not_free(struct chunk *c, void *object)
{
    void *free;

    for (free = c->free_list; free; free = *(void **)free)
        if (free == object) panic("an object of %u bytes was released twice", sizes[c->size_index]);
}
#endif

void release(void *object)
{
    struct chunk *c = (struct chunk *)PAGE_DOWN(object);

    if (!object) return;
    if ((void *)c == object) {
        page_release(PHYSICAL_ADDRESS(object));
        return;
    }
    CHECK(check_is_not_free(c, object));
    CHECK(check_fill((u8 *)object + 8, sizes[c->size_index] - 8));
    if (!c->free_list) enter(c);
    *(void **)object = c->free_list;
    c->free_list = object;
    if (--c->used > 0) return;
    leave(c);
    page_release(PHYSICAL_ADDRESS(c));
}
