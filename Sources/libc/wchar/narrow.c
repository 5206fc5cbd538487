#include <errno.h>
#include <wchar.h>
#include <wctype.h>
#include "../internal/narrow.h"

size_t __narrow_number(char *text, size_t size, const wchar_t *wide, size_t *blanks)
{
    size_t used = 0;

    *blanks = 0;
    while (iswspace((wint_t)wide[*blanks]))
        ++*blanks;
    /* Numbers are ASCII: what is not ends them. */
    while (used + 1 < size && wide[*blanks + used] > 0 && wide[*blanks + used] < 128) {
        text[used] = (char)wide[*blanks + used];
        used++;
    }
    text[used] = 0;
    return used;
}
