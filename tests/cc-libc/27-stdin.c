/* Reading standard input by lines, characters and numbers. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[20];
    int c, lines = 0, characters = 0;

    printf("%s", fgets(line, sizeof line, stdin));
    /* A line longer than the buffer comes in parts. */
    while (fgets(line, sizeof line, stdin)) {
        printf("[%s]", line);
        if (strchr(line, '\n'))
            break;
    }
    while ((c = getchar()) != EOF && c != '.')
        putchar(c);
    ungetc('!', stdin);
    putchar(getchar());
    while ((c = getc(stdin)) != EOF) {
        characters++;
        lines += c == '\n';
    }
    printf("\n%d %d %d\n", lines, characters, feof(stdin) != 0);
    return 0;
}
