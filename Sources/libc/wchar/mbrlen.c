#include <wchar.h>

static mbstate_t mbrlen_state;

size_t mbrlen(const char *text, size_t size, mbstate_t *state)
{
    return mbrtowc(NULL, text, size, state ? state : &mbrlen_state);
}
