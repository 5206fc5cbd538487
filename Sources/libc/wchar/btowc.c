#include <stdio.h>
#include <wchar.h>

wint_t btowc(int c)
{
    return (unsigned)c < 128 ? (wint_t)c : WEOF;
}

int wctob(wint_t wide)
{
    return wide < 128 ? (int)wide : EOF;
}
