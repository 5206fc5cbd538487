#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/file.h"
#include "../internal/names.h"

INNER_NAME(strnlen);

/* A stream over the caller's memory. */
struct fmemopen_state {
    char *bytes;
    size_t capacity, used, at;
    int appends;
    int allocated;
};

static long fmemopen_read(FILE *stream, void *bytes, size_t size)
{
    struct fmemopen_state *state = stream->state;
    size_t left = state->at < state->used ? state->used - state->at : 0;

    if (size > left)
        size = left;
    memcpy(bytes, state->bytes + state->at, size);
    state->at += size;
    return (long)size;
}

static long fmemopen_write(FILE *stream, const void *bytes, size_t size)
{
    struct fmemopen_state *state = stream->state;

    if (state->appends)
        state->at = state->used;
    if (state->at >= state->capacity)
        return -ENOSPC;
    if (size > state->capacity - state->at)
        size = state->capacity - state->at;
    memcpy(state->bytes + state->at, bytes, size);
    state->at += size;
    if (state->at > state->used) {
        state->used = state->at;
        if (state->used < state->capacity)
            state->bytes[state->used] = 0;
    }
    return (long)size;
}

static long fmemopen_seek(FILE *stream, long offset, int whence)
{
    struct fmemopen_state *state = stream->state;
    long base = whence == SEEK_SET ? 0 : (long)(whence == SEEK_CUR ? state->at : state->used);

    if (base + offset < 0 || (size_t)(base + offset) > state->capacity)
        return -EINVAL;
    state->at = (size_t)(base + offset);
    return (long)state->at;
}

static int fmemopen_close(FILE *stream)
{
    struct fmemopen_state *state = stream->state;

    if (state->allocated)
        free(state->bytes);
    free(state);
    return 0;
}

static const struct file_operations fmemopen_operations = {
    fmemopen_read, fmemopen_write, fmemopen_seek, fmemopen_close
};

FILE *__fmemopen(void *buffer, size_t size, const char *mode)
{
    int flags;
    struct fmemopen_state *state;
    FILE *stream;

    if (__file_mode(mode, &flags) < 0)
        return NULL;
    state = calloc(1, sizeof *state);
    stream = __file_new(-1, flags);
    if (state && !buffer) {
        buffer = calloc(1, size + 1);
        state->allocated = 1;
    }
    if (!state || !stream || !buffer) {
        free(state);
        free(stream);
        return NULL;
    }
    state->bytes = buffer;
    state->capacity = size;
    state->appends = flags & FILE_APPENDS;
    if (*mode == 'w' && size > 0)
        state->bytes[0] = 0;
    else if (*mode == 'r')
        state->used = size;
    else
        state->used = __strnlen(buffer, size);
    if (state->appends)
        state->at = state->used;
    stream->state = state;
    stream->operations = &fmemopen_operations;
    return stream;
}
PUBLIC_NAME(fmemopen);
