/* Text that ends with the last byte of a page behind which there is nothing: functions that look at more than one byte at a time
   must not look there. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#define PAGE 65536L

int main(void)
{
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *other = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *end = pages + 2 * PAGE, *other_end = other + 2 * PAGE;
    int size, shift, wrong = 0;

    if (pages == MAP_FAILED || other == MAP_FAILED || munmap(end, PAGE) != 0 || munmap(pages, PAGE) != 0 ||
        munmap(other_end, PAGE) != 0)
        return 1;
    for (size = 0; size < 140; size++) {
        char *text = end - size - 1, copy[160], *first = pages + PAGE;

        memset(text, 'x', (size_t)size);
        text[size] = 0;
        wrong += strlen(text) != (size_t)size;
        wrong += strnlen(text, 1000) != (size_t)size;
        wrong += strchr(text, 0) != text + size || strchr(text, 'y') != NULL;
        wrong += strrchr(text, 'y') != NULL || strrchr(text, 0) != text + size;
        wrong += memchr(text, 'y', (size_t)size + 1) != NULL;
        wrong += memchr(text, 0, (size_t)-1) != text + size;
        wrong += strcmp(strcpy(copy, text), text) != 0 || strcmp(text, copy) != 0;
        wrong += strncmp(copy, text, 1000) != 0 || strncmp(text, copy, 1000) != 0;
        wrong += memcmp(text, copy, (size_t)size + 1) != 0;
        wrong += strcpy(copy, "")[0] != 0 || strcmp(strncat(copy, text, 1000), text) != 0;
        wrong += strspn(text, "x") != (size_t)size || strcspn(text, "y") != (size_t)size;
        wrong += strstr(text, "xy") != NULL;
        for (shift = 0; shift < 9; shift++) {
            char *unlike = other_end - size - 1 - shift;
            strcpy(unlike, text);
            wrong += strcmp(unlike, text) != 0 || strcmp(text, unlike) != 0;
            wrong += strncmp(unlike, text, (size_t)size + 9) != 0;
            unlike[size / 2] = 'w';
            wrong += size > 1 && (strcmp(unlike, text) >= 0 || strncmp(text, unlike, (size_t)size) <= 0);
        }
        /* And a page that begins with the text. */
        memcpy(first, text, (size_t)size + 1);
        wrong += strlen(first) != (size_t)size || strrchr(first, 'y') != NULL;
        wrong += strchr(first + size, 'x') != NULL || memchr(first + size, 'x', 1) != NULL;
    }
    printf("%d wrong\n", wrong);
    return 0;
}
