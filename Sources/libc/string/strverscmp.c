#include <ctype.h>
#include <string.h>
#include "../internal/names.h"

/* Where both texts have digits, they compare as numbers; a run with leading zeros is a fraction and
   comes before one without. */
int __strverscmp(const char *a, const char *b)
{
    size_t at = 0, digits = 0;
    int fraction = 1;

    for (; a[at] == b[at]; at++) {
        if (!a[at])
            return 0;
        if (!isdigit((unsigned char)a[at])) {
            digits = at + 1;
            fraction = 1;
        } else if (a[at] != '0') {
            fraction = 0;
        }
    }
    if ((unsigned)a[digits] - '1' < 9U && (unsigned)b[digits] - '1' < 9U) {
        size_t i = at, j = at;
        while (isdigit((unsigned char)a[i]))
            i++;
        while (isdigit((unsigned char)b[j]))
            j++;
        if (i != j)
            return i < j ? -1 : 1;
    } else if (fraction && digits < at
               && (isdigit((unsigned char)a[at]) || isdigit((unsigned char)b[at]))) {
        return (unsigned char)(a[at] - '0') - (unsigned char)(b[at] - '0');
    }
    return (unsigned char)a[at] - (unsigned char)b[at];
}
PUBLIC_NAME(strverscmp);
