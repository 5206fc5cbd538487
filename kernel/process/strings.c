/* A program's arguments and environment on their way from the old memory to the new. */
#include "base.h"
#include "linux.h"
#include "memory.h"
#include "process.h"
#include "strings.h"

struct strings *strings_new(void)
{
    return allocate(sizeof(struct strings));
}

void strings_free(struct strings *s)
{
    int i;

    for (i = 0; i < STRING_PAGES; i++)
        if (s->pages[i]) page_release(s->pages[i]);
    release(s);
}

void strings_end_arguments(struct strings *s)
{
    s->arguments = s->count;
    s->argument_bytes = s->size;
}

/* Room for the next bytes: where, and how many up to the page's end. */
static u8 *room(struct strings *s, u64 *size)
{
    u64 *page = &s->pages[s->size / PAGE_SIZE];

    if (!*page) *page = page_allocate();
    *size = PAGE_SIZE - s->size % PAGE_SIZE;
    return *page ? (u8 *)KERNEL_ADDRESS(*page) + s->size % PAGE_SIZE : NULL;
}

int strings_add(struct strings *s, const char *text)
{
    u64 left = string_length(text) + 1, size;
    u8 *at;

    while (left > 0) {
        if (s->size == STRING_PAGES * PAGE_SIZE) return -E2BIG;
        at = room(s, &size);
        if (!at) return -ENOMEM;
        if (size > left) size = left;
        copy_bytes(at, text, size);
        s->size += size;
        text += size;
        left -= size;
    }
    s->count++;
    return 0;
}

static int add_user(struct strings *s, u64 text)
{
    u64 size;
    s64 length;
    u8 *at;

    for (;;) {
        if (s->size == STRING_PAGES * PAGE_SIZE) return -E2BIG;
        at = room(s, &size);
        if (!at) return -ENOMEM;
        length = copy_in_string((char *)at, text, size);
        if (length >= 0) break;
        if (length != -ENAMETOOLONG) return length;
        s->size += size;
        text += size;
    }
    s->size += length + 1;
    s->count++;
    return 0;
}

int strings_add_user(struct strings *s, u64 list)
{
    u64 text;
    int error;

    if (!list) return 0;
    for (;; list += 8) {
        if (copy_in(&text, list, 8) < 0) return -EFAULT;
        if (!text) return 0;
        error = add_user(s, text);
        if (error) return error;
    }
}

int strings_count(struct strings *s)
{
    return s->count;
}
