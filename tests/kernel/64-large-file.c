/* A file of 100 MB: written, read back, cut, and its memory free again for the next. */
#include "check.h"
#include <sys/resource.h>

enum { PIECE = 1 << 20, PIECES = 100 };

static unsigned bytes[PIECE / 4];

static void fill(unsigned seed)
{
    for (unsigned k = 0; k < PIECE / 4; k++)
        bytes[k] = (seed + k) * 2654435761u;
}

int main(void)
{
    struct rlimit limit;
    struct stat status;
    int is_same = 1, fd;

    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
    for (int round = 0; round < 3; round++) {
        fd = open("large", O_RDWR | O_CREAT | O_TRUNC, 0644);
        for (unsigned k = 0; k < PIECES; k++) {
            fill(k + (unsigned)round);
            GIVES(PIECE, write(fd, bytes, PIECE));
        }
        GIVES(0, fstat(fd, &status));
        HOLDS(status.st_size == (long)PIECE * PIECES);
        lseek(fd, 0, SEEK_SET);
        for (unsigned k = 0; k < PIECES; k += 9) {
            GIVES(PIECE, pread(fd, bytes, PIECE, (long)k * PIECE));
            for (unsigned n = 0; n < PIECE / 4; n++)
                is_same &= bytes[n] == (k + (unsigned)round + n) * 2654435761u;
        }
        HOLDS(is_same);
        close(fd);
        GIVES(0, unlink("large"));
    }
    return finish();
}
