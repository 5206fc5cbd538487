#include <errno.h>
#include <wchar.h>
#include "../internal/locale.h"
#include "../internal/utf8.h"

enum { MBRTOWC_THREE = 0x10000000, MBRTOWC_FOUR = 0x20000000 };

/* Takes byte after byte; a character may be begun in one call and finished in the next. */
size_t __utf8_to_wide(wchar_t *wide, const char *text, size_t size, mbstate_t *state)
{
    const unsigned char *at = (const unsigned char *)text;
    unsigned int bits, missing;
    size_t used = 0;

    bits = state->__bits;
    missing = state->__missing;
    if (size == 0)
        return (size_t)-2;
    if (missing == 0) {
        unsigned int lead = at[used++];
        if (lead < 0x80) {
            if (wide)
                *wide = (wchar_t)lead;
            return lead != 0;
        }
        /* A mark above the bits says, until the next byte, how long the form is. */
        if (lead >= 0xc2 && lead < 0xe0) {
            bits = lead & 0x1f;
            missing = 1;
        } else if (lead >= 0xe0 && lead < 0xf0) {
            bits = (lead & 0x0f) | MBRTOWC_THREE;
            missing = 2;
        } else if (lead >= 0xf0 && lead < 0xf5) {
            bits = (lead & 0x07) | MBRTOWC_FOUR;
            missing = 3;
        } else {
            errno = EILSEQ;
            return (size_t)-1;
        }
    }
    for (; missing > 0; missing--) {
        unsigned int next;
        if (used == size) {
            state->__bits = bits;
            state->__missing = missing;
            return (size_t)-2;
        }
        next = at[used];
        if ((next & 0xc0) != 0x80)
            break;
        /* The second byte shows whether a form is too long, a surrogate, or beyond the last character. */
        if (bits == MBRTOWC_THREE && next < 0xa0)
            break;
        if (bits == (MBRTOWC_THREE | 0xd) && next >= 0xa0)
            break;
        if (bits == MBRTOWC_FOUR && next < 0x90)
            break;
        if (bits == (MBRTOWC_FOUR | 4) && next >= 0x90)
            break;
        bits = (bits & 0xffffff) << 6 | (next & 63);
        used++;
    }
    state->__missing = 0;
    if (missing > 0) {
        errno = EILSEQ;
        return (size_t)-1;
    }
    if (wide)
        *wide = (wchar_t)bits;
    return used;
}

static mbstate_t mbrtowc_state;

size_t mbrtowc(wchar_t *wide, const char *text, size_t size, mbstate_t *state)
{
    if (!state)
        state = &mbrtowc_state;
    if (!text) {
        state->__missing = 0;
        return 0;
    }
    if (!__current_locale->utf8 && size > 0 && (*text & 0x80)) {
        errno = EILSEQ;
        return (size_t)-1;
    }
    return __utf8_to_wide(wide, text, size, state);
}
