/* Memory: mappings in the arena, whose pages are looked at by way of calls, so that a missing one is an error and no fault. */
#include "sequences.h"
#include <sys/mman.h>

static const int rights[] = { PROT_READ | PROT_WRITE, PROT_READ, PROT_NONE, PROT_READ | PROT_WRITE, PROT_READ | PROT_EXEC };

/* Of each page: not there, not readable, or its bytes. */
static void look(void)
{
    char text[ARENA_PAGES * 18 + 1];
    int ends[2], length = 0;

    if (pipe2(ends, O_NONBLOCK) != 0)
        return;
    for (int k = 0; k < ARENA_PAGES; k++) {
        ssize_t got = write(ends[1], arena + k * PAGE, PAGE);
        if (got > 0)
            got = read(ends[0], buffer, PAGE);
        length += got > 0 ? sprintf(text + length, " %lx", hash_of(buffer, (unsigned long)got) & 0xffff) : sprintf(text + length, " -");
    }
    close(ends[0]);
    close(ends[1]);
    note("pages%s", text);
}

/* Bytes into a page, if it may be written. */
static void store(int page)
{
    int ends[2];
    long got;

    if (pipe2(ends, O_NONBLOCK) != 0)
        return;
    memset(buffer, (int)any(256), 200);
    write(ends[1], buffer, 200);
    got = read(ends[0], arena + page * PAGE + any(PAGE - 200), 200);
    called(got, "store %d", page);
    close(ends[0]);
    close(ends[1]);
}

void memory_call(void)
{
    int page = (int)any(ARENA_PAGES), count = 1 + (int)any(5), k = (int)any(5), fd = any_fd();
    char *at = arena + page * PAGE, *r;
    unsigned long size = (unsigned long)count * PAGE;
    struct stat s;

    if (page + count > ARENA_PAGES)
        return;
    switch (any(9)) {
    case 0:
        r = mmap(at, size, rights[k], MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        called(r == at ? 0 : -1, "mmap %d %d %d", page, count, k);
        break;
    case 1:
        r = mmap(at, size, rights[k], MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        called(r == at ? 0 : -1, "mmap shared %d %d %d", page, count, k);
        break;
    case 2:
        /* Pages behind the file's end would be faults. */
        if (fstat(fd, &s) == 0 && (S_ISREG(s.st_mode) ? s.st_size < (long)size : k == 4))
            break;
        r = mmap(at, size, rights[k], MAP_PRIVATE | MAP_FIXED, fd, 0);
        called(r == at ? 0 : -1, "mmap file %d %d %d %d", page, count, k, fd);
        /* What another one writes to the file later may be seen or not. */
        if (r == at && rights[k] & PROT_WRITE)
            for (int n = 0; n < count; n++)
                *(volatile char *)(at + n * PAGE) = (char)n;
        else
            mmap(at, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        break;
    case 3: called(munmap(at, size), "munmap %d %d", page, count); break;
    case 4:
        /* Where something is missing the pages before that may have changed, or not. */
        if (called(mprotect(at, size, rights[k]), "mprotect %d %d %d", page, count, k) != 0)
            mmap(at, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        break;
    case 5:
        r = mremap(at, size, (unsigned long)(k + 1) * PAGE, 0);
        /* Several areas cannot grow, which newer Linux says in other words. */
        if (r != at && k + 1 > count)
            errno = 0;
        called(r == at ? 0 : -1, "mremap %d %d %d", page, count, k + 1);
        if (r == at && page + k + 1 > ARENA_PAGES)
            munmap(arena + ARENA_PAGES * PAGE, (unsigned long)(page + k + 1 - ARENA_PAGES) * PAGE);
        break;
    case 6: called(madvise(at, size, MADV_DONTNEED), "madvise %d %d", page, count); break;
    case 7: called(msync(at, size, MS_SYNC), "msync %d %d", page, count); break;
    default: store(page);
    }
    look();
}
