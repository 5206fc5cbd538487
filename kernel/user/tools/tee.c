#include <err.h>
#include <fcntl.h>
#include <unistd.h>

/* tee file…: standard input to standard output and to the files */
int main(int count, char **arguments)
{
    static char bytes[65536];
    int files[64] = { 1 };
    int opened = 1;
    ssize_t size;

    for (int k = 1; k < count && opened < 64; k++) {
        files[opened] = open(arguments[k], O_WRONLY | O_CREAT | O_TRUNC, 0666);
        if (files[opened] < 0)
            err(1, "%s", arguments[k]);
        opened++;
    }
    while ((size = read(0, bytes, sizeof bytes)) > 0)
        for (int k = 0; k < opened; k++)
            if (write(files[k], bytes, (size_t)size) != size)
                err(1, "%s", k ? arguments[k] : "standard output");
    return size < 0;
}
