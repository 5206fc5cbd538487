#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>
#include "../internal/narrow.h"

/* Numbers have letters, digits, signs and a point; "nan(…)" also has brackets. */
static int narrow_belongs(wchar_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '+' || c == '-'
        || c == '(' || c == ')' || c == '_';
}

char *__narrow_number(char *array, const wchar_t *wide, size_t *blanks)
{
    char *copy = array;
    size_t size = 0, index;

    *blanks = 0;
    while (iswspace((wint_t)wide[*blanks]))
        ++*blanks;
    wide += *blanks;
    while (narrow_belongs(wide[size]))
        size++;
    if (size >= NARROW_SIZE) {
        copy = malloc(size + 1);
        /* Without memory, as many digits as there is room for. */
        if (!copy) {
            copy = array;
            size = NARROW_SIZE - 1;
        }
    }
    for (index = 0; index < size; index++)
        copy[index] = (char)wide[index];
    copy[size] = 0;
    return copy;
}

void __narrow_free(char *array, char *copy)
{
    if (copy != array)
        free(copy);
}
