/* Folders: mkdir, opendir, readdir, stat, rename, rmdir, getcwd, chdir, links. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

int main(void)
{
    char names[20][40], path[4096], here[4096];
    struct dirent *entry;
    struct stat status;
    DIR *directory;
    int count = 0, i, fd;
    FILE *file;

    printf("%d\n", mkdir("cc-libc-40.dir", 0755));
    errno = 0;
    printf("%d", mkdir("cc-libc-40.dir", 0755));
    printf(" %d\n", errno == EEXIST);
    getcwd(here, sizeof here);
    printf("%d\n", chdir("cc-libc-40.dir"));
    getcwd(path, sizeof path);
    printf("%d\n", strlen(path) > 14 && strcmp(path + strlen(path) - 15, "/cc-libc-40.dir") == 0);
    for (i = 0; i < 5; i++) {
        snprintf(path, sizeof path, "file%d", i);
        file = fopen(path, "w");
        fprintf(file, "%*d", i * 100 + 1, i);
        fclose(file);
    }
    directory = opendir(".");
    while ((entry = readdir(directory)))
        snprintf(names[count++], 40, "%s", entry->d_name);
    closedir(directory);
    qsort(names, (size_t)count, sizeof names[0], by_name);
    for (i = 0; i < count; i++)
        printf("%s ", names[i]);
    printf("\n%d", stat("file3", &status));
    printf(" %d %ld\n", S_ISREG(status.st_mode), (long)status.st_size);
    printf("%d", stat(".", &status));
    printf(" %d\n", S_ISDIR(status.st_mode));
    errno = 0;
    printf("%d", stat("nowhere", &status));
    printf(" %d\n", errno == ENOENT);
    errno = 0;
    printf("%d", opendir("file1") == NULL);
    printf(" %d\n", errno == ENOTDIR);
    fd = open("file2", O_RDONLY);
    printf("%d", fstat(fd, &status));
    printf(" %ld\n", (long)status.st_size);
    close(fd);
    printf("%d %d\n", access("file0", R_OK), access("file9", F_OK));
    printf("%d\n", rename("file0", "renamed"));
    for (i = 1; i < 5; i++) {
        snprintf(path, sizeof path, "file%d", i);
        unlink(path);
    }
    errno = 0;
    printf("%d", rmdir("../cc-libc-40.dir"));
    printf(" %d\n", errno == ENOTEMPTY);
    printf("%d\n", remove("renamed"));
    printf("%d", chdir(here));
    printf(" %d\n", rmdir("cc-libc-40.dir"));
    return 0;
}
