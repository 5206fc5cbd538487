#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_recursive;

static int copy(const char *from, const char *to);

static int copy_bytes(const char *from, const char *to, mode_t mode)
{
    static char bytes[65536];
    int source = open(from, O_RDONLY);
    int target;
    ssize_t size;

    if (source < 0) {
        warn("%s", from);
        return 1;
    }
    target = open(to, O_WRONLY | O_CREAT | O_TRUNC, mode & 0777);
    if (target < 0) {
        warn("%s", to);
        close(source);
        return 1;
    }
    while ((size = read(source, bytes, sizeof bytes)) > 0)
        if (write(target, bytes, (size_t)size) != size)
            break;
    if (size != 0)
        warn("%s to %s", from, to);
    close(source);
    if (close(target) != 0)
        size = -1;
    return size != 0;
}

static int copy_folder(const char *from, const char *to, mode_t mode)
{
    DIR *directory = opendir(from);
    struct dirent *entry;
    struct stat known;
    int status = 0;

    if (!directory || (stat(to, &known) != 0 && mkdir(to, mode & 0777) != 0)) {
        warn("%s", directory ? to : from);
        return 1;
    }
    while ((entry = readdir(directory))) {
        char source[4096], target[4096];

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
        snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
        status |= copy(source, target);
    }
    closedir(directory);
    return status;
}

static int copy(const char *from, const char *to)
{
    struct stat source, target;

    if (stat(from, &source) != 0) {
        warn("%s", from);
        return 1;
    }
    if (stat(to, &target) == 0 && source.st_dev == target.st_dev && source.st_ino == target.st_ino) {
        warnx("%s and %s are the same", from, to);
        return 1;
    }
    if (!S_ISDIR(source.st_mode))
        return copy_bytes(from, to, source.st_mode);
    if (is_recursive)
        return copy_folder(from, to, source.st_mode);
    warnx("%s is a folder", from);
    return 1;
}

/* cp [-r] from to, cp [-r] from… folder */
int main(int count, char **arguments)
{
    struct stat status;
    const char *to;
    int option, is_folder, result = 0;

    while ((option = getopt(count, arguments, "rR")) != -1) {
        if (option == '?')
            return 2;
        is_recursive = 1;
    }
    if (count - optind < 2)
        errx(2, "usage: cp [-r] from… to");
    to = arguments[count - 1];
    is_folder = stat(to, &status) == 0 && S_ISDIR(status.st_mode);
    if (count - optind > 2 && !is_folder)
        errx(1, "%s is not a folder", to);
    for (int k = optind; k < count - 1; k++) {
        char target[4096], name[4096];

        snprintf(name, sizeof name, "%s", arguments[k]);
        snprintf(target, sizeof target, is_folder ? "%s/%s" : "%s", to, basename(name));
        result |= copy(arguments[k], target);
    }
    return result;
}
