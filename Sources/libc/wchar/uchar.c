#include <errno.h>
#include <uchar.h>

static mbstate_t uchar_in, uchar_out;

size_t mbrtoc32(char32_t *wide, const char *text, size_t size, mbstate_t *state)
{
    wchar_t c = 0;
    size_t used = mbrtowc(&c, text, size, state ? state : &uchar_in);

    if (used <= 4 && wide)
        *wide = (char32_t)c;
    return used;
}

size_t c32rtomb(char *text, char32_t wide, mbstate_t *state)
{
    return wcrtomb(text, (wchar_t)wide, state);
}

/* The second half of a pair waits in the state, marked by a count that mbrtowc never has. */
size_t mbrtoc16(char16_t *wide, const char *text, size_t size, mbstate_t *state)
{
    wchar_t c = 0;
    size_t used;

    if (!state)
        state = &uchar_in;
    if (state->__missing == 16) {
        if (wide)
            *wide = (char16_t)state->__bits;
        state->__missing = 0;
        return (size_t)-3;
    }
    used = mbrtowc(&c, text, size, state);
    if (used > 4)
        return used;
    if (c >= 0x10000) {
        state->__bits = 0xdc00 | ((unsigned int)c & 0x3ff);
        state->__missing = 16;
        c = (wchar_t)(0xd7c0 + ((unsigned int)c >> 10));
    }
    if (wide)
        *wide = (char16_t)c;
    return used;
}

/* A first half waits in the state in the same way. */
size_t c16rtomb(char *text, char16_t wide, mbstate_t *state)
{
    unsigned int c = wide, low = c >= 0xdc00 && c < 0xe000, waiting;

    if (!state)
        state = &uchar_out;
    waiting = state->__missing;
    state->__missing = 0;
    if (!text)
        return 1;
    if (waiting ? !low : low) {
        errno = EILSEQ;
        return (size_t)-1;
    }
    if (c >= 0xd800 && c < 0xdc00) {
        state->__bits = c;
        state->__missing = 16;
        return 0;
    }
    if (waiting)
        c = 0x10000 + ((state->__bits & 0x3ff) << 10) + (c & 0x3ff);
    return wcrtomb(text, (wchar_t)c, NULL);
}
