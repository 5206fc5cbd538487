#include <dirent.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int shows_all, is_long, is_single;

/* The folder of the names that are printed, with a / at its end, or nothing. */
static char prefix[4096];

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void print_long(const char *name)
{
    static const char types[] = "?pc?d?b?-?l?s???";
    char path[8192], mode[11], date[32], target[4096];
    struct stat status;
    ssize_t length;

    snprintf(path, sizeof path, "%s%s", prefix, name);
    if (lstat(path, &status) != 0) {
        warn("%s", path);
        return;
    }
    mode[0] = types[status.st_mode >> 12 & 15];
    for (int k = 0; k < 9; k++)
        mode[k + 1] = status.st_mode >> (8 - k) & 1 ? "rwxrwxrwx"[k] : '-';
    mode[10] = 0;
    strftime(date, sizeof date, "%Y-%m-%d %H:%M", localtime(&status.st_mtime));
    printf("%s %3lu %9lld %s %s", mode, (unsigned long)status.st_nlink, (long long)status.st_size, date, name);
    if (S_ISLNK(status.st_mode) && (length = readlink(path, target, sizeof target - 1)) >= 0)
        printf(" -> %.*s", (int)length, target);
    putchar('\n');
}

/* Names in columns, read downwards. */
static void print_columns(char **names, int count)
{
    struct winsize size;
    int width = 0, total = ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
    int columns, rows;

    for (int k = 0; k < count; k++)
        if ((int)strlen(names[k]) > width)
            width = (int)strlen(names[k]);
    width += 2;
    columns = total / width > 0 ? total / width : 1;
    rows = (count + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
        for (int k = row; k < count; k += rows) {
            if (k + rows < count)
                printf("%-*s", width, names[k]);
            else
                printf("%s", names[k]);
        }
        putchar('\n');
    }
}

static void print(char **names, int count)
{
    qsort(names, (size_t)count, sizeof *names, compare);
    if (!is_long && !is_single) {
        print_columns(names, count);
        return;
    }
    for (int k = 0; k < count; k++) {
        if (is_long)
            print_long(names[k]);
        else
            puts(names[k]);
    }
}

static int list(const char *path)
{
    DIR *directory = opendir(path);
    struct dirent *entry;
    char **names = NULL;
    int count = 0, room = 0;

    if (!directory) {
        warn("%s", path);
        return 1;
    }
    while ((entry = readdir(directory))) {
        if (entry->d_name[0] == '.' && !shows_all)
            continue;
        if (count == room) {
            room = room ? 2 * room : 64;
            names = realloc(names, (size_t)room * sizeof *names);
            if (!names)
                err(1, NULL);
        }
        names[count++] = strdup(entry->d_name);
    }
    closedir(directory);
    snprintf(prefix, sizeof prefix, "%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/");
    print(names, count);
    prefix[0] = 0;
    return 0;
}

/* ls [-al1] [path…] */
int main(int count, char **arguments)
{
    static char *here[] = { "." };
    char **files;
    int option, result = 0, file_count = 0, shows_name, folders = 0;

    while ((option = getopt(count, arguments, "al1")) != -1)
        switch (option) {
        case 'a': shows_all = 1; break;
        case 'l': is_long = 1; break;
        case '1': is_single = 1; break;
        default: return 2;
        }
    is_single |= !isatty(1);
    arguments += optind;
    count -= optind;
    if (count == 0) {
        arguments = here;
        count = 1;
    }
    files = malloc((size_t)count * sizeof *files);
    for (int k = 0; k < count; k++) {
        struct stat status;

        if (stat(arguments[k], &status) != 0 && lstat(arguments[k], &status) != 0) {
            warn("%s", arguments[k]);
            result = 1;
        } else if (S_ISDIR(status.st_mode))
            arguments[folders++] = arguments[k];
        else
            files[file_count++] = arguments[k];
    }
    shows_name = count > 1;
    if (file_count)
        print(files, file_count);
    for (int k = 0; k < folders; k++) {
        if (shows_name)
            printf("%s%s:\n", k || file_count ? "\n" : "", arguments[k]);
        fflush(stdout);
        result |= list(arguments[k]);
    }
    return result;
}
