#include <wchar.h>

size_t wcsspn(const wchar_t *text, const wchar_t *accepted)
{
    size_t size = 0;

    while (text[size] && wcschr(accepted, text[size]))
        size++;
    return size;
}

size_t wcscspn(const wchar_t *text, const wchar_t *rejected)
{
    size_t size = 0;

    while (text[size] && !wcschr(rejected, text[size]))
        size++;
    return size;
}

wchar_t *wcspbrk(const wchar_t *text, const wchar_t *accepted)
{
    text += wcscspn(text, accepted);
    return *text ? (wchar_t *)text : NULL;
}

wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **state)
{
    wchar_t *token;

    if (!text)
        text = *state;
    if (!text)
        return NULL;
    token = text + wcsspn(text, separators);
    if (!*token) {
        *state = NULL;
        return NULL;
    }
    text = token + wcscspn(token, separators);
    if (*text)
        *text++ = 0;
    else
        text = NULL;
    *state = text;
    return token;
}
