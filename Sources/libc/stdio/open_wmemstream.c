#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include "../internal/file.h"

/* A stream whose wide characters end up in memory that grows and belongs to the caller afterwards. The stream holds the
   locale's bytes; here they become wide characters again. */
struct open_wmemstream_state {
    wchar_t **text;
    size_t *size;
    wchar_t *characters;
    size_t capacity, used, at;
    mbstate_t conversion;
};

static long open_wmemstream_read(FILE *stream, void *bytes, size_t size)
{
    (void)stream;
    (void)bytes;
    (void)size;
    return -EBADF;
}

/* Room for `count` more and the NUL. */
static int open_wmemstream_grow(struct open_wmemstream_state *state, size_t count)
{
    size_t wanted = state->at + count + 1;
    wchar_t *larger;

    if (wanted <= state->capacity)
        return 0;
    if (state->at > (size_t)-1 / 32 || count > (size_t)-1 / 32)
        return -1;
    larger = realloc(state->characters, 2 * wanted * sizeof(wchar_t));
    if (!larger)
        return -1;
    wmemset(larger + state->capacity, 0, 2 * wanted - state->capacity);
    state->characters = larger;
    state->capacity = 2 * wanted;
    return 0;
}

static long open_wmemstream_write(FILE *stream, const void *bytes, size_t size)
{
    struct open_wmemstream_state *state = stream->state;
    size_t done = 0;

    if (open_wmemstream_grow(state, size) != 0)
        return -ENOMEM;
    while (done < size) {
        size_t used = mbrtowc(state->characters + state->at, (const char *)bytes + done, size - done, &state->conversion);
        if (used == (size_t)-1)
            return -EILSEQ;
        if (used == (size_t)-2)
            break;
        done += used + (used == 0);
        state->at++;
    }
    if (state->at > state->used)
        state->used = state->at;
    state->characters[state->used] = 0;
    *state->text = state->characters;
    *state->size = state->at;
    return (long)size;
}

static long open_wmemstream_seek(FILE *stream, long offset, int whence)
{
    struct open_wmemstream_state *state = stream->state;
    long base = whence == SEEK_SET ? 0 : (long)(whence == SEEK_CUR ? state->at : state->used);

    if (base + offset < 0)
        return -EINVAL;
    memset(&state->conversion, 0, sizeof state->conversion);
    state->at = (size_t)(base + offset);
    *state->size = state->at < state->used ? state->at : state->used;
    return (long)state->at;
}

static int open_wmemstream_close(FILE *stream)
{
    free(stream->state);
    return 0;
}

static const struct file_operations open_wmemstream_operations = {
    open_wmemstream_read, open_wmemstream_write, open_wmemstream_seek, open_wmemstream_close
};

FILE *open_wmemstream(wchar_t **text, size_t *size)
{
    struct open_wmemstream_state *state = calloc(1, sizeof *state);
    FILE *stream = __file_new(-1, FILE_WRITABLE);

    if (!state || !stream || open_wmemstream_grow(state, 16) != 0) {
        free(state);
        free(stream);
        return NULL;
    }
    state->text = text;
    state->size = size;
    *text = state->characters;
    *size = 0;
    stream->state = state;
    stream->operations = &open_wmemstream_operations;
    return stream;
}
