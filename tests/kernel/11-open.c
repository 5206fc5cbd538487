/* open and openat: flags, paths, errors. */
#include "check.h"

static char long_name[300], long_path[5000];

static void flags(void)
{
    char byte;
    int fd;

    fd = open("new", O_WRONLY | O_CREAT | O_EXCL, 0644);
    HOLDS(fd >= 0);
    GIVES(5, write(fd, "12345", 5));
    close(fd);
    FAILS(EEXIST, open("new", O_WRONLY | O_CREAT | O_EXCL, 0644));
    FAILS(EEXIST, open(".", O_RDONLY | O_CREAT | O_EXCL, 0644));
    fd = open("new", O_WRONLY);
    GIVES(1, write(fd, "x", 1));
    close(fd);
    HOLDS(strcmp(text_of("new"), "x2345") == 0);
    fd = open("new", O_WRONLY | O_APPEND);
    GIVES(0, lseek(fd, 0, SEEK_SET));
    GIVES(1, write(fd, "6", 1));
    close(fd);
    HOLDS(strcmp(text_of("new"), "x23456") == 0);
    fd = open("new", O_RDWR | O_TRUNC);
    GIVES(0, read(fd, &byte, 1));
    close(fd);
    HOLDS(strcmp(text_of("new"), "") == 0);
    GIVES(-1, open("absent", O_RDWR));
    HOLDS(access("absent", F_OK) != 0);
    /* The lowest number that is free. */
    fd = open("new", O_RDONLY);
    close(fd);
    GIVES(fd, open("new", O_RDONLY));
    close(fd);
}

static void paths(void)
{
    int folder, fd;

    make_file("file", "file");
    GIVES(0, mkdir("folder", 0755));
    GIVES(0, mkdir("folder/inner", 0755));
    make_file("folder/inner/deep", "deep");
    HOLDS(strcmp(text_of("folder/inner/deep"), "deep") == 0);
    HOLDS(strcmp(text_of("./folder//./inner/../inner/deep"), "deep") == 0);
    HOLDS(strcmp(text_of("folder/inner/../../file"), "file") == 0);
    FAILS(ENOENT, open("", O_RDONLY));
    FAILS(ENOENT, open("absent", O_RDONLY));
    FAILS(ENOENT, open("absent/file", O_RDONLY | O_CREAT, 0644));
    FAILS(ENOTDIR, open("file/below", O_RDONLY));
    FAILS(ENOTDIR, open("file/", O_RDONLY));
    FAILS(ENOTDIR, open("file", O_RDONLY | O_DIRECTORY));
    FAILS(EISDIR, open("folder", O_WRONLY));
    FAILS(EISDIR, open("folder", O_RDWR));
    FAILS(EISDIR, open("folder", O_RDONLY | O_CREAT, 0644));
    FAILS(EISDIR, open("fresh/", O_WRONLY | O_CREAT, 0644));
    FAILS(EFAULT, open(BAD_ADDRESS, O_RDONLY));
    FAILS(EFAULT, open(KERNEL_ADDRESS, O_RDONLY));
    FAILS(EFAULT, open(NULL, O_RDONLY));
    memset(long_name, 'n', 256);
    FAILS(ENAMETOOLONG, open(long_name, O_RDONLY | O_CREAT, 0644));
    long_name[255] = 0;
    fd = open(long_name, O_RDONLY | O_CREAT, 0644);
    HOLDS(fd >= 0);
    close(fd);
    memset(long_path, '/', sizeof long_path - 1);
    strcpy(long_path + 4096, "");
    FAILS(ENAMETOOLONG, open(long_path, O_RDONLY));
    long_path[4095] = 0;
    fd = open(long_path, O_RDONLY);
    HOLDS(fd >= 0);
    close(fd);

    folder = open("folder", O_RDONLY | O_DIRECTORY);
    fd = openat(folder, "inner/deep", O_RDONLY);
    HOLDS(fd >= 0);
    close(fd);
    fd = openat(folder, "made", O_WRONLY | O_CREAT, 0600);
    HOLDS(fd >= 0 && access("folder/made", F_OK) == 0);
    close(fd);
    FAILS(EBADF, openat(-1, "inner", O_RDONLY));
    FAILS(EBADF, openat(77, "inner", O_RDONLY));
    fd = openat(-1, "/", O_RDONLY);
    HOLDS(fd >= 0);
    close(fd);
    fd = open("file", O_RDONLY);
    FAILS(ENOTDIR, openat(fd, "inner", O_RDONLY));
    close(fd);
    close(folder);
}

static void old_call(void)
{
#ifdef SYS_open
    long fd = syscall(SYS_open, "file", O_RDONLY, 0);

    HOLDS(fd >= 0);
    close((int)fd);
    fd = syscall(SYS_creat, "created", 0644);
    HOLDS(fd >= 0);
    GIVES(1, write((int)fd, "x", 1));
    close((int)fd);
    FAILS(ENOENT, syscall(SYS_open, "absent", O_RDONLY, 0));
#endif
}

int main(void)
{
    flags();
    paths();
    old_call();
    return finish();
}
