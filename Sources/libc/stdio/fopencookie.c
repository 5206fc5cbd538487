#include <errno.h>
#include <stdlib.h>
#include "../internal/file.h"

/* A stream whose transfers are the caller's functions. */
struct fopencookie_state {
    void *cookie;
    cookie_io_functions_t functions;
};

/* The functions set errno, the stream wants minus the number. */
static long fopencookie_answer(long result)
{
    return result < 0 ? -(long)(errno ? errno : EIO) : result;
}

static long fopencookie_read(FILE *stream, void *bytes, size_t size)
{
    struct fopencookie_state *state = stream->state;

    return state->functions.read ? fopencookie_answer(state->functions.read(state->cookie, bytes, size)) : 0;
}

static long fopencookie_write(FILE *stream, const void *bytes, size_t size)
{
    struct fopencookie_state *state = stream->state;

    return state->functions.write ? fopencookie_answer(state->functions.write(state->cookie, bytes, size)) : (long)size;
}

static long fopencookie_seek(FILE *stream, long offset, int whence)
{
    struct fopencookie_state *state = stream->state;
    off_t where = offset;

    if (!state->functions.seek)
        return -ENOTSUP;
    return state->functions.seek(state->cookie, &where, whence) == 0 ? where : fopencookie_answer(-1);
}

static int fopencookie_close(FILE *stream)
{
    struct fopencookie_state *state = stream->state;
    int result = state->functions.close ? state->functions.close(state->cookie) : 0;

    free(state);
    return result;
}

static const struct file_operations fopencookie_operations = {
    fopencookie_read, fopencookie_write, fopencookie_seek, fopencookie_close
};

FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions)
{
    struct fopencookie_state *state;
    FILE *stream;
    int flags;

    if (__file_mode(mode, &flags) < 0)
        return NULL;
    state = malloc(sizeof *state);
    stream = state ? __file_new(-1, flags & ~FILE_APPENDS) : NULL;
    if (!stream) {
        free(state);
        return NULL;
    }
    state->cookie = cookie;
    state->functions = functions;
    stream->state = state;
    stream->operations = &fopencookie_operations;
    return stream;
}
