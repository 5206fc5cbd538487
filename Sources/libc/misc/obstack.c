#include <obstack.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include "../internal/names.h"

INNER_NAME(vasprintf);

static void obstack_out_of_memory(void)
{
    fprintf(stderr, "memory exhausted\n");
    exit(obstack_exit_failure);
}

void (*obstack_alloc_failed_handler)(void) = obstack_out_of_memory;
int obstack_exit_failure = EXIT_FAILURE;

enum { OBSTACK_USUAL_CHUNK = 4064, OBSTACK_USUAL_ALIGNMENT = 16 };

static struct _obstack_chunk *obstack_new(struct obstack *stack, size_t size)
{
    struct _obstack_chunk *chunk =
        stack->use_extra_arg ? stack->chunkfun.extra(stack->extra_arg, size) : stack->chunkfun.plain(size);

    if (!chunk) obstack_alloc_failed_handler();
    chunk->limit = (char *)chunk + size;
    return chunk;
}

static void obstack_release(struct obstack *stack, struct _obstack_chunk *chunk)
{
    if (stack->use_extra_arg) stack->freefun.extra(stack->extra_arg, chunk);
    else stack->freefun.plain(chunk);
}

static int obstack_begin_any(struct obstack *stack, size_t size, size_t alignment)
{
    stack->chunk_size = size ? size : OBSTACK_USUAL_CHUNK;
    stack->alignment_mask = (alignment ? alignment : OBSTACK_USUAL_ALIGNMENT) - 1;
    stack->alloc_failed = stack->maybe_empty_object = 0;
    stack->chunk = obstack_new(stack, stack->chunk_size);
    stack->chunk->prev = NULL;
    stack->chunk_limit = stack->chunk->limit;
    stack->object_base = stack->next_free = __obstack_align(stack, stack->chunk->contents);
    return 1;
}

int _obstack_begin(struct obstack *stack, size_t size, size_t alignment, void *(*allocate)(size_t), void (*release)(void *))
{
    stack->chunkfun.plain = allocate;
    stack->freefun.plain = release;
    stack->use_extra_arg = 0;
    return obstack_begin_any(stack, size, alignment);
}

int _obstack_begin_1(struct obstack *stack, size_t size, size_t alignment, void *(*allocate)(void *, size_t),
                     void (*release)(void *, void *), void *extra)
{
    stack->chunkfun.extra = allocate;
    stack->freefun.extra = release;
    stack->extra_arg = extra;
    stack->use_extra_arg = 1;
    return obstack_begin_any(stack, size, alignment);
}

/* The growing object moves to a new chunk; the old one goes if nothing else was in it. */
void _obstack_newchunk(struct obstack *stack, size_t size)
{
    struct _obstack_chunk *old = stack->chunk, *chunk;
    size_t object = obstack_object_size(stack);
    size_t wanted = object + size + object / 8 + stack->alignment_mask + sizeof *chunk + 100;

    chunk = obstack_new(stack, wanted > stack->chunk_size ? wanted : stack->chunk_size);
    chunk->prev = old;
    stack->chunk = chunk;
    stack->chunk_limit = chunk->limit;
    memcpy(__obstack_align(stack, chunk->contents), stack->object_base, object);
    if (!stack->maybe_empty_object && stack->object_base == __obstack_align(stack, old->contents)) {
        chunk->prev = old->prev;
        obstack_release(stack, old);
    }
    stack->object_base = __obstack_align(stack, chunk->contents);
    stack->next_free = stack->object_base + object;
    stack->maybe_empty_object = 0;
}

void __obstack_grow(struct obstack *stack, const void *bytes, size_t size, int zero)
{
    obstack_make_room(stack, size + (size_t)zero);
    memcpy(stack->next_free, bytes, size);
    stack->next_free += size;
    if (zero) *stack->next_free++ = 0;
}

/* Grows the object by room with no content. A negative size, as programs give it, makes it smaller. */
void *__obstack_blank(struct obstack *stack, size_t size)
{
    if ((long)size > 0) obstack_make_room(stack, size);
    stack->next_free += (long)size;
    return stack->next_free - (long)size;
}

void *__obstack_finish(struct obstack *stack)
{
    char *object = stack->object_base;

    if (stack->next_free == object) stack->maybe_empty_object = 1;
    stack->next_free = __obstack_align(stack, stack->next_free);
    if (stack->next_free > stack->chunk_limit) stack->next_free = stack->chunk_limit;
    stack->object_base = stack->next_free;
    return object;
}

void *__obstack_copy(struct obstack *stack, const void *bytes, size_t size, int zero)
{
    __obstack_grow(stack, bytes, size, zero);
    return __obstack_finish(stack);
}

static int obstack_chunk_has(const struct _obstack_chunk *chunk, const char *object)
{
    return object > (const char *)chunk && object <= chunk->limit;
}

/* Frees an object and all that came after it; NULL: all there is, with the last chunk. */
void _obstack_free(struct obstack *stack, void *object)
{
    struct _obstack_chunk *chunk = stack->chunk;

    while (chunk && !obstack_chunk_has(chunk, object)) {
        struct _obstack_chunk *older = chunk->prev;
        obstack_release(stack, chunk);
        chunk = older;
        stack->maybe_empty_object = 1;
    }
    if (chunk) {
        stack->object_base = stack->next_free = object;
        stack->chunk_limit = chunk->limit;
    } else if (object) {
        abort();
    }
    stack->chunk = chunk;
}

int _obstack_allocated_p(struct obstack *stack, void *object)
{
    struct _obstack_chunk *chunk = stack->chunk;

    while (chunk && !obstack_chunk_has(chunk, object)) chunk = chunk->prev;
    return chunk != NULL;
}

size_t _obstack_memory_used(struct obstack *stack)
{
    struct _obstack_chunk *chunk;
    size_t used = 0;

    for (chunk = stack->chunk; chunk; chunk = chunk->prev) used += (size_t)(chunk->limit - (char *)chunk);
    return used;
}

int __obstack_vprintf(struct obstack *stack, const char *format, va_list arguments)
{
    char *text;
    int length = __vasprintf(&text, format, arguments);

    if (length < 0) return -1;
    __obstack_grow(stack, text, (size_t)length, 0);
    free(text);
    return length;
}
PUBLIC_NAME(obstack_vprintf);

int __obstack_printf(struct obstack *stack, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = __obstack_vprintf(stack, format, arguments);
    va_end(arguments);
    return length;
}
PUBLIC_NAME(obstack_printf);
