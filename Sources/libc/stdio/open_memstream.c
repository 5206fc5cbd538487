#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/file.h"

/* A stream that writes into memory which grows as needed and belongs to the caller afterwards. */
struct open_memstream_state {
    char **text;
    size_t *size;
    char *bytes;
    size_t capacity, used, at;
};

/* Half of what a size can be doubled to. */
#define OPEN_MEMSTREAM_LIMIT ((size_t)-1 / 8)

static long open_memstream_read(FILE *stream, void *bytes, size_t size)
{
    (void)stream;
    (void)bytes;
    (void)size;
    return -EBADF;
}

static long open_memstream_write(FILE *stream, const void *bytes, size_t size)
{
    struct open_memstream_state *state = stream->state;

    if (size >= OPEN_MEMSTREAM_LIMIT || state->at >= OPEN_MEMSTREAM_LIMIT)
        return -ENOMEM;
    if (state->at + size + 1 > state->capacity) {
        size_t capacity = 2 * (state->at + size + 1);
        char *larger = realloc(state->bytes, capacity);
        if (!larger)
            return -ENOMEM;
        memset(larger + state->capacity, 0, capacity - state->capacity);
        state->bytes = larger;
        state->capacity = capacity;
    }
    memcpy(state->bytes + state->at, bytes, size);
    state->at += size;
    if (state->at > state->used)
        state->used = state->at;
    state->bytes[state->used] = 0;
    *state->text = state->bytes;
    *state->size = state->at;
    return (long)size;
}

static long open_memstream_seek(FILE *stream, long offset, int whence)
{
    struct open_memstream_state *state = stream->state;
    long base = whence == SEEK_SET ? 0 : (long)(whence == SEEK_CUR ? state->at : state->used);

    if (base + offset < 0)
        return -EINVAL;
    state->at = (size_t)(base + offset);
    *state->size = state->at < state->used ? state->at : state->used;
    return (long)state->at;
}

static int open_memstream_close(FILE *stream)
{
    free(stream->state);
    return 0;
}

static const struct file_operations open_memstream_operations = {
    open_memstream_read, open_memstream_write, open_memstream_seek, open_memstream_close
};

FILE *open_memstream(char **text, size_t *size)
{
    struct open_memstream_state *state = calloc(1, sizeof *state);
    FILE *stream = __file_new(-1, FILE_WRITABLE);
    char *bytes = calloc(1, 64);

    if (!state || !stream || !bytes) {
        free(state);
        free(stream);
        free(bytes);
        return NULL;
    }
    state->text = text;
    state->size = size;
    state->bytes = *text = bytes;
    state->capacity = 64;
    *size = 0;
    stream->state = state;
    stream->operations = &open_memstream_operations;
    return stream;
}
