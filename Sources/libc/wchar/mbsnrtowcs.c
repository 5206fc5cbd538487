#include "../internal/wide.h"

size_t mbsnrtowcs(wchar_t *wide, const char **text, size_t size, size_t count, mbstate_t *state)
{
    return __bytes_to_wide(wide, text, size, count, state);
}
