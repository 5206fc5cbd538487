#include <err.h>
#include <string.h>
#include <unistd.h>

/* ln [-s] target name */
int main(int count, char **arguments)
{
    int is_symbolic = count > 1 && strcmp(arguments[1], "-s") == 0;

    if (count != 3 + is_symbolic)
        errx(2, "usage: ln [-s] target name");
    arguments += 1 + is_symbolic;
    if ((is_symbolic ? symlink : link)(arguments[0], arguments[1]) != 0)
        err(1, "%s", arguments[1]);
    return 0;
}
