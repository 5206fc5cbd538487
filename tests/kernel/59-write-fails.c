/* A write whose bytes cannot be read leaves nothing behind: no page, and no byte that shows when the file grows. */
#include "check.h"
#include <sys/mman.h>
#include <sys/sysinfo.h>

static unsigned long free_pages(void)
{
    struct sysinfo s;

    HOLDS(sysinfo(&s) == 0);
    return s.freeram * s.mem_unit / 4096;
}

int main(void)
{
    char *pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), text[64];
    unsigned long before;
    int fd;

    before = free_pages();
    for (int k = 0; k < 2000; k++) {
        fd = open("empty", O_WRONLY | O_CREAT, 0644);
        FAILS(EFAULT, pwrite(fd, BAD_ADDRESS, 8, 0));
        FAILS(EFAULT, pwrite(fd, BAD_ADDRESS, 8, (long)(k + 1) << 21));
        close(fd);
        unlink("empty");
    }
    HOLDS(free_pages() + 200 > before);

    /* The first part is there, the second is not. */
    memset(pages, 'x', 4096);
    munmap(pages + 4096, 4096);
    fd = open("part", O_RDWR | O_CREAT, 0644);
    HOLDS(write(fd, "begin", 5) == 5);
    long done = pwrite(fd, pages + 4096 - 16, 32, 5);
    HOLDS(done == -1 || (done > 0 && done <= 16));
    HOLDS(ftruncate(fd, 100) == 0);
    GIVES(64, pread(fd, text, 64, 30));
    for (int k = 0; k < 64; k++)
        HOLDS(text[k] == 0);
    return finish();
}
