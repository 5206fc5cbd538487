/* mkdir and getdents64. */
#include "check.h"
#include <dirent.h>

/* The names in a folder, sorted, read with a buffer of this size. */
static const char *names(const char *path, size_t size)
{
    static char list[4096];
    char buffer[4096];
    char *found[64];
    int count = 0, fd = open(path, O_RDONLY | O_DIRECTORY);
    ssize_t length;

    while ((length = syscall(SYS_getdents64, fd, buffer, size)) > 0)
        for (ssize_t at = 0; at < length;) {
            struct dirent *entry = (struct dirent *)(buffer + at);
            int place = count++;

            for (; place > 0 && strcmp(found[place - 1], entry->d_name) > 0; place--)
                found[place] = found[place - 1];
            found[place] = strdup(entry->d_name);
            HOLDS(entry->d_reclen % 8 == 0 && entry->d_ino != 0);
            at += entry->d_reclen;
        }
    HOLDS(length == 0);
    close(fd);
    list[0] = 0;
    for (int k = 0; k < count; k++) {
        strcat(list, found[k]);
        strcat(list, " ");
    }
    return list;
}

int main(void)
{
    char buffer[512];
    struct stat status;
    struct dirent *entry = (struct dirent *)buffer;
    int fd;

    umask(022);
    GIVES(0, mkdir("folder", 0777));
    GIVES(0, stat("folder", &status));
    HOLDS(S_ISDIR(status.st_mode) && (status.st_mode & 0777) == 0755);
    FAILS(EEXIST, mkdir("folder", 0755));
    FAILS(ENOENT, mkdir("absent/folder", 0755));
    FAILS(ENOENT, mkdir("", 0755));
    make_file("file", "");
    FAILS(EEXIST, mkdir("file", 0755));
    FAILS(ENOTDIR, mkdir("file/folder", 0755));
    FAILS(EFAULT, mkdir(BAD_ADDRESS, 0755));
    GIVES(0, mkdir("folder/ends-in-slash/", 0755));
    GIVES(0, mkdir("folder/b", 0755));
    make_file("folder/c", "");
    make_file("folder/a", "");
    GIVES(0, symlink("c", "folder/link"));
    HOLDS(strcmp(names("folder", 4096), ". .. a b c ends-in-slash link ") == 0);
    /* A small buffer gives a few at a time. */
    HOLDS(strcmp(names("folder", 48), ". .. a b c ends-in-slash link ") == 0);

    fd = open("folder", O_RDONLY | O_DIRECTORY);
    FAILS(EINVAL, syscall(SYS_getdents64, fd, buffer, 8));
    HOLDS(syscall(SYS_getdents64, fd, buffer, sizeof buffer) > 0);
    HOLDS(entry->d_type == DT_DIR);
    GIVES(0, syscall(SYS_getdents64, fd, buffer, sizeof buffer));
    GIVES(0, lseek(fd, 0, SEEK_SET));
    HOLDS(syscall(SYS_getdents64, fd, buffer, sizeof buffer) > 0);
    GIVES(0, lseek(fd, 0, SEEK_SET));
    FAILS(EFAULT, syscall(SYS_getdents64, fd, BAD_ADDRESS, 512));
    close(fd);
    FAILS(EBADF, syscall(SYS_getdents64, -1, buffer, sizeof buffer));
    fd = open("file", O_RDONLY);
    FAILS(ENOTDIR, syscall(SYS_getdents64, fd, buffer, sizeof buffer));
    /* Links of folders: one for the name, one for . and one for the .. of each folder in it. */
    GIVES(0, stat("folder", &status));
    HOLDS(status.st_nlink == 4 || status.st_nlink == 1);
    return finish();
}
