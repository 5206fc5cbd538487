#include <err.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* mkdir [-p] folder…: with -p also the folders above, and what exists is no error */
int main(int count, char **arguments)
{
    int option, makes_parents = 0, result = 0;

    while ((option = getopt(count, arguments, "p")) != -1) {
        if (option == '?')
            return 2;
        makes_parents = 1;
    }
    for (int k = optind; k < count; k++) {
        char *path = arguments[k];

        for (char *slash = strchr(path + (*path == '/'), '/'); makes_parents && slash; slash = strchr(slash + 1, '/')) {
            *slash = 0;
            mkdir(path, 0777);
            *slash = '/';
        }
        if (mkdir(path, 0777) != 0 && !(makes_parents && errno == EEXIST)) {
            warn("%s", path);
            result = 1;
        }
    }
    return result;
}
