#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#include "../internal/utf8.h"
#include "../internal/wide.h"

/* The format behind one letter, so that 0 always means that there was no room. */
static char *wcsftime_format(const wchar_t *format)
{
    char *narrow = __utf8_of_wide(format), *marked = narrow ? malloc(strlen(narrow) + 2) : NULL;

    if (marked) {
        marked[0] = '.';
        strcpy(marked + 1, narrow);
    }
    free(narrow);
    return marked;
}

size_t wcsftime(wchar_t *text, size_t size, const wchar_t *format, const struct tm *date)
{
    char *narrow = wcsftime_format(format), *bytes = NULL, *at;
    size_t room = 128, length = 0, count = 0;

    /* More than four bytes a character are too much in any case. */
    while (narrow && length == 0 && room / 8 <= size) {
        free(bytes);
        room *= 2;
        bytes = malloc(room);
        if (!bytes)
            break;
        length = strftime(bytes, room, narrow, date);
    }
    if (length > 0) {
        mbstate_t state = {0, 0};
        for (at = bytes + 1; *at && count < size; count++)
            at += __utf8_to_wide(text + count, at, 4, &state);
        if (count < size)
            text[count] = 0;
        else
            count = 0;
    }
    free(bytes);
    free(narrow);
    return count;
}
