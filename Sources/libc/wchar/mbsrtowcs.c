#include "../internal/wide.h"

static mbstate_t mbsrtowcs_state;

size_t __bytes_to_wide(wchar_t *wide, const char **text, size_t size, size_t count, mbstate_t *state)
{
    const char *at = *text;
    size_t total = 0;

    if (!state)
        state = &mbsrtowcs_state;
    while (size > 0 && (!wide || total < count)) {
        wchar_t c;
        size_t used;
        /* Most text is ASCII: not worth a call. */
        if (state->__missing == 0 && (unsigned)*at - 1 < 127) {
            if (wide)
                wide[total] = *at;
            at++;
            size--;
            total++;
            continue;
        }
        used = mbrtowc(&c, at, size < 4 ? size : 4, state);
        if (used == (size_t)-2 && size < 4) {
            /* The end of the bytes, in the middle of a character; the state knows how it began. */
            at += size;
            break;
        }
        if (used == (size_t)-1 || used == (size_t)-2) {
            total = (size_t)-1;
            break;
        }
        if (wide)
            wide[total] = c;
        if (used == 0) {
            at = NULL;
            break;
        }
        at += used;
        size -= used;
        total++;
    }
    if (wide)
        *text = at;
    return total;
}

size_t mbsrtowcs(wchar_t *wide, const char **text, size_t size, mbstate_t *state)
{
    return __bytes_to_wide(wide, text, (size_t)-1, size, state);
}
