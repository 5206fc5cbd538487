/* fopencookie, fgetln-free lines, and what gnulib asks of the inside of a stream. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

static char kept[256];
static size_t used, at;
static int closed;

static ssize_t take(void *cookie, char *bytes, size_t size)
{
    size_t left = used - at;

    (void)cookie;
    if (size > left) size = left;
    if (size > 5) size = 5;
    memcpy(bytes, kept + at, size);
    at += size;
    return (ssize_t)size;
}

static ssize_t put(void *cookie, const char *bytes, size_t size)
{
    (void)cookie;
    if (at + size > sizeof kept) {
        errno = ENOSPC;
        return 0;
    }
    memcpy(kept + at, bytes, size);
    at += size;
    if (at > used) used = at;
    return (ssize_t)size;
}

static int move(void *cookie, off64_t *offset, int whence)
{
    off64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off64_t)at : (off64_t)used;

    (void)cookie;
    if (base + *offset < 0) return -1;
    at = (size_t)(base + *offset);
    *offset = (off64_t)at;
    return 0;
}

static int done(void *cookie)
{
    closed += *(int *)cookie;
    return 0;
}

#include <wchar.h>

int main(void)
{
    static const wchar_t open_end[] = { 'a', 'b', (wchar_t)0xfdfdfdfd, 0 };
    cookie_io_functions_t functions = { take, put, move, done };
    int number = 3;
    FILE *stream = fopencookie(&number, "w+", functions);
    char line[64];

    fprintf(stream, "%s %d\n", "hello", 42);
    printf("%d\n", (int)__fpending(stream));
    fputs("second line\n", stream);
    printf("%ld\n", ftell(stream));
    rewind(stream);
    printf("%s", fgets(line, sizeof line, stream));
    printf("%s", fgets(line, sizeof line, stream));
    printf("%d", fgets(line, sizeof line, stream) == NULL);
    printf(" %d\n", feof(stream) != 0);
    fseek(stream, -5, SEEK_END);
    printf("%s", fgets(line, sizeof line, stream));
    fseek(stream, 0, SEEK_END);
    memset(line, 'x', sizeof line);
    setvbuf(stream, NULL, _IONBF, 0);
    errno = 0;
    while (fwrite(line, 1, sizeof line, stream) == sizeof line);
    printf("%d %d\n", ferror(stream) != 0, errno == ENOSPC);
    printf("%d", fclose(stream));
    printf(" %d\n", closed);
    functions.write = NULL;
    functions.seek = NULL;
    stream = fopencookie(&number, "r", functions);
    printf("%d\n", fseek(stream, 0, SEEK_SET) == -1);
    fclose(stream);
    /* The third one is no character, and not looked at. */
    printf("%.2ls|%.1ls|\n", open_end, open_end);
    return 0;
}
