/* fgetws at its limits, and characters of 16 bits. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>

static void show_lines(const char *bytes)
{
    wchar_t line[16];
    FILE *file = fopen("lines", "w");
    int i;

    fputs(bytes, file);
    fclose(file);
    file = fopen("lines", "r");
    line[0] = L'?';
    printf("%d", fgetws(line, 1, file) != NULL);
    printf(" %d", line[0] == 0);
    for (i = 0; i < 4; i++) {
        if (!fgetws(line, 5, file)) {
            printf(" end %d %d", feof(file) != 0, ferror(file) != 0);
            break;
        }
        printf(" [%ls]", line);
    }
    printf("\n");
    fclose(file);
}

static void show_units(const char16_t *units, int count)
{
    mbstate_t state;
    char bytes[8];
    int i;

    memset(&state, 0, sizeof state);
    for (i = 0; i < count; i++) {
        errno = 0;
        printf(" %d", (int)c16rtomb(bytes, units[i], &state));
        printf("%s%s", errno == EILSEQ ? " bad" : "", mbsinit(&state) ? "" : " waits");
    }
    printf("\n");
}

int main(void)
{
    static const char16_t pair[] = { 'a', 0xd83d, 0xde00, 0x20ac }, lone[] = { 0xd83d, 'a' }, low[] = { 0xde00, 'b' }, twice[] = { 0xd83d, 0xd83d };
    const char *at = "\xf0\x9f\x98\x80z";
    mbstate_t state;
    char16_t unit;
    int i;

    setlocale(LC_ALL, "C.UTF-8");
    show_lines("a\xc3\xa9\nlonger than that\nend");
    show_lines("");
    show_lines("ok\nbad \xff");
    show_units(pair, 4);
    show_units(lone, 2);
    show_units(low, 2);
    show_units(twice, 2);
    memset(&state, 0, sizeof state);
    for (i = 0; i < 3; i++) {
        size_t used = mbrtoc16(&unit, at, 5, &state);
        printf("%d %x;", (int)used, (unsigned)unit);
        at += used <= 5 ? used : 0;
    }
    printf(" %d\n", (int)c16rtomb(NULL, 'x', &state));
    return 0;
}
