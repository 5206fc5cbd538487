/* Reading a folder that was removed is no error. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    struct dirent *entry;
    DIR *folder;
    int others = 0;

    mkdir("gone", 0700);
    folder = opendir("gone");
    rmdir("gone");
    errno = 0;
    while ((entry = readdir(folder)) != NULL)
        others += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    printf("%d", errno);
    printf(" %d\n", others);
    return closedir(folder);
}
