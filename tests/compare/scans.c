/* sscanf and swscanf with random formats. Left out are numbers that end in 0x or 1e, which glibc takes for
   numbers, and %ls of bytes that are no characters, which is no end of the input there. */
#define _GNU_SOURCE
#include <locale.h>
#include <string.h>
#include <wchar.h>
#include "random.h"

enum { FIELDS = 4, CONVERSIONS = 18 };

static const char *const conversions[CONVERSIONS] = { "d", "i", "u", "x", "o", "ld", "hhd", "hd", "f", "lf", "s", "c", "[a-d]", "[^,]", "n",
    "p", "[]x-z]", "ls" };
static const char *const pieces[] = { "12", "-7", "+0", "0", "077", "1f", "99999999999999999999", "3.25", "-.5", "10.", "inf", "nan", "abc", "dz",
    ",", " ", "  ", "\t", "(nil)", "%", "y", "]", "12345678901234567890123", "\xc3\xa9" };

static void show_field(int conversion, const void *field)
{
    const char *name = conversions[conversion];
    const wchar_t *wide = field;

    if (strcmp(name, "f") == 0)
        printf(" %g", (double)*(const float *)field);
    else if (strcmp(name, "lf") == 0)
        printf(" %g", *(const double *)field);
    else if (strcmp(name, "ls") == 0)
        for (printf(" w"); *wide; wide++)
            printf(" %x", (unsigned)*wide);
    else if (*name == 's' || *name == '[' || *name == 'c')
        printf(" <%s>", (const char *)field);
    else
        printf(" %ld", *(const long *)field);
}

int main(int count, char **words)
{
    int cases = random_begin(count, words), i, j;

    for (i = 0; i < cases; i++) {
        static long fields[FIELDS][64];
        char format[128] = "", text[256] = "", part[32];
        wchar_t wide_format[128], wide_text[256];
        int kinds[FIELDS], used = random_below(FIELDS) + 1, wide, result;
        int utf8 = random_below(2), letters = sizeof pieces / sizeof pieces[0] - !utf8;
        setlocale(LC_ALL, utf8 ? "C.UTF-8" : "C");
        for (j = random_below(7); j >= 0; j--)
            strcat(text, pieces[random_below(letters)]);
        memset(fields, 0, sizeof fields);
        for (j = 0; j < used; j++) {
            int plain, width;
            kinds[j] = random_below(CONVERSIONS);
            if (random_below(4) == 0)
                strcat(format, random_below(2) ? " " : ",");
            plain = random_below(6) > 0 || strcmp(conversions[kinds[j]], "n") == 0;
            width = strcmp(conversions[kinds[j]], "n") == 0 || random_below(3) ? 0 : random_below(9) + 1;
            if (!plain) {
                sprintf(part, "%%*%s", conversions[random_below(11)]);
                strcat(format, part);
            }
            if (width)
                sprintf(part, "%%%d%s", width, conversions[kinds[j]]);
            else
                sprintf(part, "%%%s", conversions[kinds[j]]);
            strcat(format, part);
        }
        wide = mbstowcs(wide_text, text, 256) != (size_t)-1 && mbstowcs(wide_format, format, 128) != (size_t)-1 && random_below(2);
        if (wide)
            result = swscanf(wide_text, wide_format, fields[0], fields[1], fields[2], fields[3]);
        else
            result = sscanf(text, format, fields[0], fields[1], fields[2], fields[3]);
        printf("%d [%s] [%s]: %d", wide, format, text, result);
        for (j = 0; j < used; j++)
            show_field(kinds[j], fields[j]);
        printf("\n");
    }
    return 0;
}
