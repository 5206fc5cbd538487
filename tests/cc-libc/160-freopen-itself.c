/* freopen without a path opens the stream's own file again: with "w" it is emptied, with "r" read from its beginning. */
#include <stdio.h>
#include <unistd.h>

static void show(FILE *stream)
{
    char text[64];
    size_t length;

    rewind(stream);
    length = fread(text, 1, sizeof text - 1, stream);
    text[length] = 0;
    printf("[%s]\n", text);
}

int main(void)
{
    FILE *stream = fopen("file", "w+");

    fputs("0123456789", stream);
    stream = freopen(NULL, "r+", stream);
    if (!stream)
        return 1;
    printf("at %ld, ", ftell(stream));
    fputs("ab", stream);
    show(stream);
    stream = freopen(NULL, "a+", stream);
    fputs("end", stream);
    show(stream);
    stream = freopen(NULL, "w+", stream);
    fputs("new", stream);
    show(stream);
    stream = freopen(NULL, "r", stream);
    printf("at %ld, ", ftell(stream));
    printf("first %c, ", getc(stream));
    printf("written: %d\n", fputs("x", stream) != EOF && fflush(stream) == 0);
    fclose(stream);
    unlink("file");
    return 0;
}
