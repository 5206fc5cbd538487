/* syscall: any system call by its number, with up to six arguments; errors as -1 and errno. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    char text[] = "written by its number\n";
    long map;
    int fd;

    syscall(SYS_write, 1, text, sizeof text - 1);
    printf("%d\n", syscall(SYS_getpid) == getpid());
    errno = 0;
    printf("%ld %d\n", syscall(SYS_close, -1), errno == EBADF);

    fd = (int)syscall(SYS_openat, AT_FDCWD, "pages", O_RDWR | O_CREAT | O_TRUNC, 0600);
    printf("%d\n", fd >= 0);
    printf("%ld\n", syscall(SYS_pwrite64, fd, "second page", 11L, 4096L));
    map = syscall(SYS_mmap, NULL, 4096L, PROT_READ, MAP_PRIVATE, fd, 4096L);
    printf("%d %.11s\n", map != -1, map == -1 ? "" : (char *)map);
    printf("%ld\n", syscall(SYS_munmap, map, 4096L));
    printf("%ld %d\n", syscall(100000), errno == ENOSYS);
    return 0;
}
