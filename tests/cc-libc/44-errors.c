/* errno's messages: strerror, perror. */
#include <errno.h>
#include <stdio.h>
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
    return 0;
}
