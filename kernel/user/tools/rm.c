#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_recursive, is_forced;

static int discard(const char *path)
{
    struct stat status;
    struct dirent *entry;
    DIR *directory;
    int result = 0;

    if (lstat(path, &status) != 0) {
        if (is_forced && errno == ENOENT)
            return 0;
        warn("%s", path);
        return 1;
    }
    if (!S_ISDIR(status.st_mode) || !is_recursive) {
        if (unlink(path) != 0) {
            warn("%s", path);
            return 1;
        }
        return 0;
    }
    directory = opendir(path);
    while (directory && (entry = readdir(directory))) {
        char inner[4096];

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        result |= discard(inner);
    }
    if (directory)
        closedir(directory);
    if (rmdir(path) != 0) {
        warn("%s", path);
        return 1;
    }
    return result;
}

/* rm [-rf] path… */
int main(int count, char **arguments)
{
    int option, result = 0;

    while ((option = getopt(count, arguments, "rRf")) != -1) {
        if (option == '?')
            return 2;
        if (option == 'f')
            is_forced = 1;
        else
            is_recursive = 1;
    }
    for (int k = optind; k < count; k++)
        result |= discard(arguments[k]);
    return result;
}
