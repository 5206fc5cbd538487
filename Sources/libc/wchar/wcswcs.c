#include <wchar.h>

wchar_t *wcswcs(const wchar_t *text, const wchar_t *part)
{
    return wcsstr(text, part);
}
