/* Streams beyond plain files: buffers, ungetc, getline, tmpfile, freopen, memory streams, order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    FILE *file = tmpfile(), *copy;
    char *line = NULL, *text = NULL, buffer[64], own[BUFSIZ];
    size_t size = 0, text_size = 0;
    int i;
    ssize_t got;

    fputs("short\n\na line that is somewhat longer than the others\nno newline", file);
    rewind(file);
    while ((got = getline(&line, &size, file)) >= 0)
        printf("%d [%.*s]\n", (int)got, (int)got - (line[got - 1] == '\n'), line);
    rewind(file);
    while ((got = getdelim(&line, &size, ' ', file)) >= 0)
        printf("%d ", (int)got);
    printf("\n");
    free(line);
    fclose(file);

    file = tmpfile();
    setvbuf(file, own, _IOFBF, sizeof own);
    for (i = 0; i < 10; i++)
        fprintf(file, "%d,", i);
    fflush(file);
    printf("%d\n", (int)lseek(fileno(file), 0, SEEK_CUR));
    rewind(file);
    setvbuf(file, NULL, _IONBF, 0);
    putchar(getc(file));
    putchar(getc(file));
    ungetc('u', file);
    putchar(getc(file));
    putchar(getc(file));
    putchar('\n');
    fclose(file);

    file = open_memstream(&text, &text_size);
    for (i = 0; i < 5000; i++)
        fprintf(file, "%d ", i);
    fclose(file);
    printf("%zu %.20s\n", text_size, text);
    free(text);

    strcpy(buffer, "17 memory 4.5");
    file = fmemopen(buffer, strlen(buffer), "r");
    {
        int number;
        char word[20];
        double real;
        printf("%d", fscanf(file, "%d %s %lf", &number, word, &real));
        printf(" %d %s %g\n", number, word, real);
    }
    fclose(file);
    file = fmemopen(buffer, sizeof buffer, "w");
    fprintf(file, "written %d", 5);
    fclose(file);
    printf("%s\n", buffer);

    /* Unbuffered, then buffered, to the same place. */
    fflush(stdout);
    dprintf(1, "%s %d\n", "straight to the descriptor", 1);
    write(1, "and again\n", 10);
    printf("and through the stream\n");
    fflush(stdout);

    file = freopen("cc-libc-26.tmp", "w", stdout);
    printf("into the file\n");
    fflush(stdout);
    copy = fopen("cc-libc-26.tmp", "r");
    fprintf(stderr, "%d %d\n", file == stdout, copy != NULL);
    if (!fgets(buffer, sizeof buffer, copy) || strcmp(buffer, "into the file\n") != 0)
        return 1;
    fclose(copy);
    return remove("cc-libc-26.tmp");
}
