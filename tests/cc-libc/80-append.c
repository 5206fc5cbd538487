/* Streams that append: where they stand when they are opened, after writing, and after freopen. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    const char *name = "append.tmp";
    FILE *file = fopen(name, "w");
    int c;

    fputs("0123456789", file);
    fclose(file);
    file = fopen(name, "a");
    printf("%ld", ftell(file));
    fputs("ab", file);
    printf(" %ld", ftell(file));
    fseek(file, 3, SEEK_SET);
    printf(" %ld", ftell(file));
    fputs("cd", file);
    fflush(file);
    printf(" %ld\n", ftell(file));
    file = freopen(name, "a", file);
    printf("%ld\n", ftell(file));
    fclose(file);
    file = fdopen(open(name, O_WRONLY), "a");
    printf("%ld\n", ftell(file));
    fclose(file);
    file = fopen(name, "a+");
    c = getc(file);
    printf("%ld %c", ftell(file), c);
    fseek(file, 0, SEEK_CUR);
    fputs("ef", file);
    printf(" %ld", ftell(file));
    rewind(file);
    while ((c = getc(file)) != EOF)
        putchar(c == '\n' ? ' ' : c);
    putchar('\n');
    fclose(file);
    remove(name);
    return 0;
}
