/* mmap of a file, private: its bytes, zeros behind its end, and nothing goes back. */
#include "check.h"
#include <sys/mman.h>

int main(void)
{
    char *map;
    int fd, zeros = 1;

    make_file("file", "the text of the file");
    fd = open("file", O_RDWR);
    map = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    HOLDS(map != MAP_FAILED);
    close(fd);
    HOLDS(memcmp(map, "the text of the file", 20) == 0);
    for (int k = 20; k < 4096; k++)
        zeros &= map[k] == 0;
    HOLDS(zeros);
    map[0] = 'T';
    HOLDS(strcmp(text_of("file"), "the text of the file") == 0);
    GIVES(0, munmap(map, 4096));

    fd = open("large", O_RDWR | O_CREAT | O_TRUNC, 0644);
    GIVES(6, pwrite(fd, "second", 6, 4096));
    map = mmap(NULL, 8192, PROT_READ, MAP_PRIVATE, fd, 0);
    HOLDS(map[0] == 0 && memcmp(map + 4096, "second", 6) == 0);
    GIVES(0, munmap(map, 8192));
    map = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 4096);
    HOLDS(memcmp(map, "second", 6) == 0);
    FAILS(EINVAL, mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 1));
    close(fd);
    fd = open("large", O_WRONLY);
    FAILS(EACCES, mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0));
    close(fd);
    fd = open("large", O_PATH);
    FAILS(EBADF, mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0));
    return finish();
}
