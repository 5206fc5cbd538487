/* errno's messages: strerror, perror; the program's name before them. */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int i;

    for (i = 0; i < 44; i++)
        if (i != 41)
            printf("%d %s\n", i, strerror(i));
    printf("%s\n", strerror(EILSEQ));
    printf("%s\n", strerror(12345));
    printf("%s\n", strerror(-7));
    fflush(stdout);
    dup2(1, 2);
    errno = ENOENT;
    perror("a name");
    errno = EACCES;
    perror("");
    errno = 0;
    perror(NULL);

    printf("%d\n", strchr(program_invocation_short_name, '/') == NULL);
    printf("%d\n", strlen(program_invocation_name) >= strlen(program_invocation_short_name));
    printf("%d\n", strcmp(program_invocation_short_name, getprogname()));
    program_invocation_name = "somewhere/someone";
    error(0, ENOENT, "%s", "complains");
    return 0;
}
