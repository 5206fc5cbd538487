#include <wchar.h>

static mbstate_t mbsrtowcs_state;

size_t mbsrtowcs(wchar_t *wide, const char **text, size_t size, mbstate_t *state)
{
    const char *at = *text;
    size_t count = 0;

    if (!state)
        state = &mbsrtowcs_state;
    while (!wide || count < size) {
        wchar_t c;
        size_t used = mbrtowc(&c, at, 4, state);
        if (used == (size_t)-1 || used == (size_t)-2) {
            if (wide)
                *text = at;
            return (size_t)-1;
        }
        if (wide)
            wide[count] = c;
        if (used == 0) {
            if (wide)
                *text = NULL;
            return count;
        }
        at += used;
        count++;
    }
    *text = at;
    return count;
}
