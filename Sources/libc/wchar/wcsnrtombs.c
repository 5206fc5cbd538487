#include "../internal/wide.h"

size_t wcsnrtombs(char *text, const wchar_t **wide, size_t count, size_t size, mbstate_t *state)
{
    return __wide_to_bytes(text, wide, count, size, state);
}
