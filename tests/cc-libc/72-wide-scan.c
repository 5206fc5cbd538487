/* The wide scanf family, from text and from a stream. */
#include <stdio.h>
#include <wchar.h>
#include <locale.h>

int main(void)
{
    wchar_t word[20], set[20];
    char narrow[20];
    int a, b, n;
    double d;
    long hex;
    FILE *file;

    setlocale(LC_ALL, "C.UTF-8");
    n = swscanf(L"12 -7 x1f 2.5e3", L"%d %d x%lx %lf", &a, &b, &hex, &d);
    printf("%d: %d %d %lx %g\n", n, a, b, hex, d);
    n = swscanf(L"gr\u00fc\u00df dich abc123", L"%ls %19s %l[a-c]%d", word, narrow, set, &a);
    printf("%d: %ls %s %ls %d\n", n, word, narrow, set, a);
    printf("%d %d\n", swscanf(L"", L"%d", &a), swscanf(L"x", L"%d", &a));
    file = tmpfile();
    fputws(L"7 eight 9.5\nrest", file);
    rewind(file);
    n = fwscanf(file, L"%d %ls %lf", &a, word, &d);
    printf("%d: %d %ls %g\n", n, a, word, d);
    n = fwscanf(file, L"%ls", word);
    printf("%d %ls %d\n", n, word, fwscanf(file, L"%d", &a));
    fclose(file);
    return 0;
}
