/* 10,000 files in one folder. */
#include "check.h"
#include <dirent.h>

enum { FILES = 10000 };

int main(void)
{
    static char seen[FILES];
    char name[32];
    struct dirent *entry;
    DIR *folder;
    int count = 0, fd;

    GIVES(0, mkdir("many", 0755));
    for (int k = 0; k < FILES; k++) {
        snprintf(name, sizeof name, "many/file-%d", k);
        fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0644);
        if (fd < 0 || write(fd, name, 10) != 10) {
            printf("%s: %s\n", name, strerror(errno));
            return 1;
        }
        close(fd);
    }
    folder = opendir("many");
    while ((entry = readdir(folder)))
        if (strncmp(entry->d_name, "file-", 5) == 0) {
            int k = atoi(entry->d_name + 5);

            HOLDS(!seen[k]);
            seen[k] = 1;
            count++;
        }
    closedir(folder);
    HOLDS(count == FILES);
    for (int k = 0; k < FILES; k++) {
        snprintf(name, sizeof name, "many/file-%d", k);
        if (unlink(name) != 0) {
            printf("%s: %s\n", name, strerror(errno));
            return 1;
        }
    }
    GIVES(0, rmdir("many"));
    return finish();
}
