/* GNU's object stacks: objects of growing size in large blocks, freed in the reverse order. */
#ifndef _MINICC_LIBC_OBSTACK_H
#define _MINICC_LIBC_OBSTACK_H

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define _OBSTACK_INTERFACE_VERSION 2
#define _OBSTACK_SIZE_T size_t
#define _CHUNK_SIZE_T size_t

struct _obstack_chunk {
    char *limit;
    struct _obstack_chunk *prev;
    char contents[];
};

struct obstack {
    size_t chunk_size;
    struct _obstack_chunk *chunk;
    char *object_base;
    char *next_free;
    char *chunk_limit;
    union {
        size_t i;
        void *p;
    } temp;
    size_t alignment_mask;
    union {
        void *(*plain)(size_t);
        void *(*extra)(void *, size_t);
    } chunkfun;
    union {
        void (*plain)(void *);
        void (*extra)(void *, void *);
    } freefun;
    void *extra_arg;
    unsigned use_extra_arg : 1;
    unsigned maybe_empty_object : 1;
    unsigned alloc_failed : 1;
};

extern void (*obstack_alloc_failed_handler)(void);
extern int obstack_exit_failure;

int _obstack_begin(struct obstack *stack, size_t size, size_t alignment, void *(*allocate)(size_t), void (*release)(void *));
int _obstack_begin_1(struct obstack *stack, size_t size, size_t alignment, void *(*allocate)(void *, size_t),
                     void (*release)(void *, void *), void *extra);
void _obstack_newchunk(struct obstack *stack, size_t size);
void _obstack_free(struct obstack *stack, void *object);
int _obstack_allocated_p(struct obstack *stack, void *object);
size_t _obstack_memory_used(struct obstack *stack);
void *__obstack_finish(struct obstack *stack);
void *__obstack_copy(struct obstack *stack, const void *bytes, size_t size, int zero);
void __obstack_grow(struct obstack *stack, const void *bytes, size_t size, int zero);
void *__obstack_blank(struct obstack *stack, size_t size);

#define obstack_init(stack) \
    _obstack_begin((stack), 0, 0, (void *(*)(size_t))obstack_chunk_alloc, (void (*)(void *))obstack_chunk_free)
#define obstack_begin(stack, size) \
    _obstack_begin((stack), (size), 0, (void *(*)(size_t))obstack_chunk_alloc, (void (*)(void *))obstack_chunk_free)
#define obstack_specify_allocation(stack, size, alignment, allocate, release) \
    _obstack_begin((stack), (size), (alignment), (allocate), (release))
#define obstack_specify_allocation_with_arg(stack, size, alignment, allocate, release, extra) \
    _obstack_begin_1((stack), (size), (alignment), (allocate), (release), (extra))
#define obstack_chunkfun(stack, function) ((void)((stack)->chunkfun.plain = (void *(*)(size_t))(function)))
#define obstack_freefun(stack, function) ((void)((stack)->freefun.plain = (void (*)(void *))(function)))

#define obstack_base(stack) ((void *)(stack)->object_base)
#define obstack_next_free(stack) ((void *)(stack)->next_free)
#define obstack_object_size(stack) ((size_t)((stack)->next_free - (stack)->object_base))
#define obstack_room(stack) ((size_t)((stack)->chunk_limit - (stack)->next_free))
#define obstack_chunk_size(stack) ((stack)->chunk_size)
#define obstack_alignment_mask(stack) ((stack)->alignment_mask)
#define obstack_memory_used(stack) _obstack_memory_used(stack)
#define obstack_empty_p(stack) \
    ((stack)->chunk->prev == 0 && (stack)->next_free == __obstack_align((stack), (stack)->chunk->contents))
#define __obstack_align(stack, at) \
    ((char *)(((size_t)(at) + (stack)->alignment_mask) & ~(stack)->alignment_mask))

#define obstack_make_room(stack, size) \
    ((size_t)(size) > obstack_room(stack) ? _obstack_newchunk((stack), (size)) : (void)0)
#define obstack_grow(stack, bytes, size) __obstack_grow((stack), (bytes), (size), 0)
#define obstack_grow0(stack, bytes, size) __obstack_grow((stack), (bytes), (size), 1)
#define obstack_1grow(stack, byte) (obstack_make_room((stack), 1), (void)(*(stack)->next_free++ = (char)(byte)))
#define obstack_ptr_grow(stack, pointer) \
    ((stack)->temp.p = (void *)(pointer), __obstack_grow((stack), &(stack)->temp.p, sizeof(void *), 0))
#define obstack_int_grow(stack, number) \
    ((stack)->temp.i = (size_t)(number), __obstack_grow((stack), &(stack)->temp.i, sizeof(int), 0))
#define obstack_ptr_grow_fast(stack, pointer) \
    (*(const void **)(void *)(stack)->next_free = (pointer), (void)((stack)->next_free += sizeof(void *)))
#define obstack_int_grow_fast(stack, number) \
    (*(int *)(void *)(stack)->next_free = (number), (void)((stack)->next_free += sizeof(int)))
#define obstack_1grow_fast(stack, byte) ((void)(*(stack)->next_free++ = (char)(byte)))
#define obstack_blank(stack, size) ((void)__obstack_blank((stack), (size_t)(size)))
#define obstack_blank_fast(stack, size) ((void)((stack)->next_free += (size)))
#define obstack_alloc(stack, size) (__obstack_blank((stack), (size)), __obstack_finish(stack))
#define obstack_copy(stack, bytes, size) __obstack_copy((stack), (bytes), (size), 0)
#define obstack_copy0(stack, bytes, size) __obstack_copy((stack), (bytes), (size), 1)
#define obstack_finish(stack) __obstack_finish(stack)
#define obstack_free(stack, object) _obstack_free((stack), (void *)(object))

#endif
