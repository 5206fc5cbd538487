/* Looking for text in text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int place(const char *text, const char *found)
{
    return found ? (int)(found - text) : -1;
}

/* The plain way, to compare with. */
static int slow(const char *text, const char *part)
{
    size_t i, size = strlen(part);

    for (i = 0; i + size <= strlen(text); i++)
        if (memcmp(text + i, part, size) == 0)
            return (int)i;
    return -1;
}

int main(void)
{
    const char *text = "the quick brown fox jumps over the lazy dog";
    char a[40], b[12];
    unsigned seed = 1;
    int i, j, wrong = 0;

    printf("%d %d %d %d\n", place(text, strstr(text, "the")), place(text, strstr(text, "lazy")),
           place(text, strstr(text, "cat")), place(text, strstr(text, "")));
    printf("%d %d %d\n", place(text, strstr(text, "dog")), place(text, strstr(text, "dogs")),
           place(text, strcasestr(text, "FOX")));
    printf("%d %d %d\n", (int)strspn(text, "eht "), (int)strcspn(text, "xyz"), (int)strspn(text, ""));
    printf("%d %d\n", place(text, strpbrk(text, "zyx")), place(text, strpbrk(text, "123")));
    printf("%d %d\n", place(text, index(text, 'q')), place(text, rindex(text, 'o')));
    printf("%d %d\n", place(text, memmem(text, 43, "over", 4)), place(text, memrchr(text, 't', 43)));
    printf("%d %d %d\n", strcasecmp("HeLLo", "hEllO"), strcasecmp("a", "B") < 0,
           strncasecmp("ABCx", "abcy", 3));
    printf("%d %d\n", strverscmp("file10", "file9") > 0, strverscmp("1.2", "1.10") < 0);
    printf("%d %d\n", strcoll("a", "b") < 0, (int)strxfrm(NULL, "length", 0));
    for (i = 0; i < 20000; i++) {
        int size = (int)((seed = seed * 1103515245 + 12345) >> 16) % 39;
        for (j = 0; j < size; j++)
            a[j] = (char)('a' + ((seed = seed * 1103515245 + 12345) >> 20) % 2);
        a[size] = 0;
        size = (int)((seed = seed * 1103515245 + 12345) >> 16) % 11;
        for (j = 0; j < size; j++)
            b[j] = (char)('a' + ((seed = seed * 1103515245 + 12345) >> 20) % 2);
        b[size] = 0;
        wrong += place(a, strstr(a, b)) != slow(a, b);
    }
    printf("%d wrong\n", wrong);
    {
        /* Hard for the plain way: half a million a's, and a part that nearly fits everywhere. */
        size_t size = 500000;
        char *large = malloc(size + 1), *part = malloc(size / 2 + 2);
        memset(large, 'a', size);
        large[size] = 0;
        memset(part, 'a', size / 2);
        strcpy(part + size / 2, "b");
        printf("%d\n", place(large, strstr(large, part)));
        part[0] = 'b';
        part[size / 2] = 0;
        printf("%d\n", place(large, strstr(large, part)));
    }
    return 0;
}
