#include <err.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static char bytes[65536];

static int copy(int fd, const char *name)
{
    ssize_t size;

    while ((size = read(fd, bytes, sizeof bytes)) > 0)
        for (ssize_t done = 0; done < size;) {
            ssize_t part = write(1, bytes + done, (size_t)(size - done));

            if (part < 0)
                err(1, "standard output");
            done += part;
        }
    if (size < 0)
        warn("%s", name);
    return size < 0;
}

/* cat [file…]: - is standard input */
int main(int count, char **arguments)
{
    int status = 0;

    if (count == 1)
        return copy(0, "standard input");
    for (int k = 1; k < count; k++) {
        int fd = strcmp(arguments[k], "-") == 0 ? 0 : open(arguments[k], O_RDONLY);

        if (fd < 0) {
            warn("%s", arguments[k]);
            status = 1;
            continue;
        }
        status |= copy(fd, arguments[k]);
        if (fd > 0)
            close(fd);
    }
    return status;
}
