#include <err.h>
#include <libgen.h>
#include <stdio.h>
#include <sys/stat.h>

/* mv from to, mv from… folder */
int main(int count, char **arguments)
{
    struct stat status;
    const char *to;
    int is_folder, result = 0;

    if (count < 3)
        errx(2, "usage: mv from… to");
    to = arguments[count - 1];
    is_folder = stat(to, &status) == 0 && S_ISDIR(status.st_mode);
    if (count > 3 && !is_folder)
        errx(1, "%s is not a folder", to);
    for (int k = 1; k < count - 1; k++) {
        char target[4096], name[4096];

        snprintf(name, sizeof name, "%s", arguments[k]);
        snprintf(target, sizeof target, is_folder ? "%s/%s" : "%s", to, basename(name));
        if (rename(arguments[k], target) != 0) {
            warn("%s to %s", arguments[k], target);
            result = 1;
        }
    }
    return result;
}
