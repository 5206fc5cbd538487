#include <err.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

/* Pieces in the order they were asked for; a mark is how many there are. */
static void **pieces;
static size_t count, room;

void *keep(size_t size)
{
    void *piece = calloc(1, size ? size : 1);

    if (count == room) {
        room = room ? 2 * room : 256;
        pieces = realloc(pieces, room * sizeof *pieces);
    }
    if (!piece || !pieces)
        errx(1, "out of memory");
    return pieces[count++] = piece;
}

char *keep_text(const char *text, size_t length)
{
    char *copy = keep(length + 1);

    memcpy(copy, text, length);
    return copy;
}

size_t memory_mark(void)
{
    return count;
}

void memory_release(size_t mark)
{
    while (count > mark)
        free(pieces[--count]);
}

void texts_add(struct texts *texts, char *text)
{
    if (texts->count + 1 >= texts->room) {
        char **larger;

        texts->room = texts->room ? 2 * texts->room : 8;
        larger = keep(texts->room * sizeof *larger);
        if (texts->count)
            memcpy(larger, texts->at, texts->count * sizeof *larger);
        texts->at = larger;
    }
    texts->at[texts->count++] = text;
    texts->at[texts->count] = NULL;
}
