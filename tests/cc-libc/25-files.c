/* Files: the modes of fopen, seeking, appending, reading back what was written. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    const char *path = "cc-libc-25.tmp";
    char buffer[100];
    FILE *file;
    int i, c;
    size_t got;
    fpos_t position;

    remove(path);
    errno = 0;
    printf("%d", fopen(path, "r") == NULL);
    printf(" %d\n", errno == ENOENT);
    file = fopen(path, "w");
    fprintf(file, "line %d\nline %d\n", 1, 2);
    printf("%ld\n", ftell(file));
    printf("%d", getc(file) == EOF);
    printf(" %d\n", ferror(file) != 0);
    clearerr(file);
    printf("%d\n", fclose(file));

    file = fopen(path, "a");
    fputs("line 3\n", file);
    fclose(file);

    file = fopen(path, "r");
    while (fgets(buffer, sizeof buffer, file))
        fputs(buffer, stdout);
    printf("%d %d\n", feof(file) != 0, ferror(file));
    rewind(file);
    printf("%d", feof(file));
    printf(" %c\n", getc(file));
    fseek(file, 7, SEEK_SET);
    printf("%s", fgets(buffer, sizeof buffer, file));
    printf("%ld\n", ftell(file));
    fgetpos(file, &position);
    fseek(file, -2, SEEK_END);
    printf("%c\n", getc(file));
    fsetpos(file, &position);
    printf("%s", fgets(buffer, sizeof buffer, file));
    fseek(file, -7, SEEK_CUR);
    printf("%s", fgets(buffer, 5, file));
    printf("\n%d\n", fseek(file, -100, SEEK_SET));
    fclose(file);

    file = fopen(path, "r+");
    fseek(file, 5, SEEK_SET);
    putc('X', file);
    fseek(file, 0, SEEK_CUR);
    got = fread(buffer, 1, 8, file);
    buffer[got] = 0;
    printf("%zu %s\n", got, buffer);
    rewind(file);
    c = getc(file);
    ungetc('Z', file);
    printf("%c", c);
    printf(" %c", getc(file));
    printf(" %c\n", getc(file));
    fclose(file);

    file = fopen(path, "w+");
    for (i = 0; i < 30000; i++)
        fprintf(file, "%d\n", i);
    rewind(file);
    for (i = 0; fscanf(file, "%d", &c) == 1; i++)
        if (c != i)
            break;
    printf("%d\n", i);
    printf("%ld\n", ftell(file));
    fclose(file);

    file = fopen(path, "wb");
    for (i = 0; i < 1000; i++)
        fwrite(&i, sizeof i, 1, file);
    fclose(file);
    file = fopen(path, "rb");
    got = 0;
    while (fread(&i, sizeof i, 1, file) == 1)
        got += (size_t)i;
    printf("%zu\n", got);
    fseek(file, 400, SEEK_SET);
    printf("%zu\n", fread(buffer, 7, 5, file));
    fclose(file);

    printf("%d\n", fopen(path, "wx") == NULL);
    printf("%d\n", fopen(path, "q") == NULL);
    printf("%d\n", rename(path, "cc-libc-25b.tmp"));
    printf("%d", remove("cc-libc-25b.tmp"));
    printf(" %d\n", access("cc-libc-25b.tmp", F_OK));
    return 0;
}
