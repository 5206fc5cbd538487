#include <ctype.h>
#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = { "0", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
                                     "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU" };

static int number_of(const char *text)
{
    if (isdigit((unsigned char)*text))
        return atoi(text);
    if (strncmp(text, "SIG", 3) == 0)
        text += 3;
    for (int k = 0; k < (int)(sizeof names / sizeof names[0]); k++)
        if (strcmp(names[k], text) == 0)
            return k;
    errx(2, "there is no signal %s", text);
}

/* kill [-signal] process…: a negative number is a group */
int main(int count, char **arguments)
{
    int number = SIGTERM, first = 1, result = 0;

    if (count > 2 && arguments[1][0] == '-') {
        number = number_of(arguments[1] + 1);
        first = 2;
    }
    if (first == count)
        errx(2, "usage: kill [-signal] process…");
    for (int k = first; k < count; k++)
        if (kill(atoi(arguments[k]), number) != 0) {
            warn("%s", arguments[k]);
            result = 1;
        }
    return result;
}
