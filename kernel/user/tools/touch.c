#include <err.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int result = 0;

    for (int k = 1; k < count; k++) {
        int fd = open(arguments[k], O_WRONLY | O_CREAT, 0666);

        if (fd < 0 || futimens(fd, NULL) != 0) {
            warn("%s", arguments[k]);
            result = 1;
        }
        if (fd >= 0)
            close(fd);
    }
    return result;
}
