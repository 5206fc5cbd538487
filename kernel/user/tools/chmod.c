#include <err.h>
#include <stdlib.h>
#include <sys/stat.h>

/* chmod mode path…: the mode in octal */
int main(int count, char **arguments)
{
    char *end;
    long mode;
    int result = 0;

    if (count < 3)
        errx(2, "usage: chmod mode path…");
    mode = strtol(arguments[1], &end, 8);
    if (*end || end == arguments[1])
        errx(2, "%s is not an octal number", arguments[1]);
    for (int k = 2; k < count; k++)
        if (chmod(arguments[k], (mode_t)mode) != 0) {
            warn("%s", arguments[k]);
            result = 1;
        }
    return result;
}
