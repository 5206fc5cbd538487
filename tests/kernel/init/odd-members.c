/* /init of scripts/test-kernel-ends.sh: the files of its archive of odd members are what they should be; 42 if so. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int has(const char *path, const char *text)
{
    char found[16] = "";
    int fd = open(path, O_RDONLY);

    return fd >= 0 && read(fd, found, sizeof found - 1) >= 0 && strcmp(found, text) == 0;
}

int main(void)
{
    struct stat a, b;

    if (!has("/a", "two") || !has("/b", "three") || !has("/e/f", "four"))
        return 1;
    return stat("/e/..", &a) == 0 && stat("/", &b) == 0 && a.st_ino == b.st_ino ? 42 : 2;
}
