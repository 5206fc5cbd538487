/* Files until there is no room: ENOSPC, and room again when one is removed. */
#include "check.h"

static char bytes[1 << 20];

int main(void)
{
    int fd = open("full", O_WRONLY | O_CREAT, 0644);
    long total = 0;
    ssize_t size;

    for (int round = 0; round < 2; round++) {
        while ((size = write(fd, bytes, sizeof bytes)) > 0)
            total += size;
        HOLDS(size == -1 && errno == ENOSPC);
        HOLDS(total > 10 << 20);
        FAILS(ENOSPC, write(fd, bytes, sizeof bytes));
        GIVES(0, ftruncate(fd, 0));
        GIVES(0, lseek(fd, 0, SEEK_SET));
        GIVES(sizeof bytes, write(fd, bytes, sizeof bytes));
    }
    close(fd);
    GIVES(0, unlink("full"));
    make_file("after", "after");
    HOLDS(strcmp(text_of("after"), "after") == 0);
    return finish();
}
