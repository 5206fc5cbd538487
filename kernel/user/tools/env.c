#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* env [NAME=value…] [command [argument…]] */
int main(int count, char **arguments)
{
    int k = 1;

    for (; k < count && strchr(arguments[k], '='); k++)
        putenv(arguments[k]);
    if (k == count) {
        for (char **each = environ; each && *each; each++)
            puts(*each);
        return 0;
    }
    execvp(arguments[k], arguments + k);
    warn("%s", arguments[k]);
    return errno == ENOENT ? 127 : 126;
}
