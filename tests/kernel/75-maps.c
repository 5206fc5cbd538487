/* /proc/self/maps: names, rights, offsets; also of many areas, in small pieces. */
#include "check.h"
#include <sys/mman.h>

enum { PAGE = 4096, MANY = 3000 };

static char *text;
static long size;

static void read_all(int piece)
{
    int fd = open("/proc/self/maps", O_RDONLY);
    long got;

    for (size = 0; (got = read(fd, text + size, (size_t)piece)) > 0; size += got)
        ;
    HOLDS(got == 0);
    text[size] = 0;
    close(fd);
}

/* The line that begins with this address, or "". */
static const char *line_of(void *address)
{
    static char line[600];
    char begin[32], *at;
    int length;

    length = snprintf(begin, sizeof begin, "\n%08lx-", (unsigned long)address);
    at = strstr(text, begin);
    line[0] = 0;
    if (at)
        for (length = 0, at++; *at != '\n' && length < 599; at++, length++)
            line[length] = *at, line[length + 1] = 0;
    return line;
}

static int line_is(void *address, long length, const char *rights, long offset, const char *name)
{
    char wanted[80];
    const char *line = line_of(address);
    size_t end = strlen(line), name_end = strlen(name);

    snprintf(wanted, sizeof wanted, "%08lx-%08lx %s %08lx ", (unsigned long)address, (unsigned long)address + (unsigned long)length, rights, (unsigned long)offset);
    if (strncmp(line, wanted, strlen(wanted)) != 0 || end < name_end || strcmp(line + end - name_end, name) != 0) {
        printf("%s\nis not %s%s\n", line, wanted, name);
        return 0;
    }
    return name_end == 0 || (line[72] == ' ' && line[73] == name[0]);
}

/* smaps: what a line of an area says, in kB; -1: it is not there. */
static long detail(void *address, const char *name)
{
    static char all[100000];
    int fd = open("/proc/self/smaps", O_RDONLY);
    char begin[32], *at;
    long length = 0, got;

    while ((got = read(fd, all + length, sizeof all - 1 - (size_t)length)) > 0)
        length += got;
    close(fd);
    all[length] = 0;
    snprintf(begin, sizeof begin, "%08lx-", (unsigned long)address);
    at = strstr(all, begin);
    at = at ? strstr(at, name) : NULL;
    return at ? atol(at + strlen(name)) : -1;
}

static void details(void)
{
    char *at = mmap(NULL, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    GIVES(0, mprotect(at + 4 * PAGE, 4 * PAGE, PROT_READ));
    at[0] = at[PAGE] = 'x';
    GIVES(16, detail(at, "\nSize:"));
    GIVES(8, detail(at, "\nRss:"));
    GIVES(8, detail(at, "\nPss:"));
    GIVES(8, detail(at, "\nPrivate_Dirty:"));
    GIVES(8, detail(at, "\nAnonymous:"));
    GIVES(0, detail(at, "\nShared_Clean:"));
    GIVES(0, detail(at + 4 * PAGE, "\nRss:"));
    GIVES(4, detail(at, "\nKernelPageSize:"));
    munmap(at, 8 * PAGE);
}

static int counted(const char *words)
{
    int count = 0;
    char *at;

    for (at = text; (at = strstr(at, words)); at++)
        count++;
    return count;
}

int main(void)
{
    char folder[200], path[300], *own, *shared, *anonymous, *many;
    int fd, k, lines;
    unsigned long end, last = 0, start;

    text = malloc(1 << 20);
    HOLDS(getcwd(folder, sizeof folder) != NULL);
    snprintf(path, sizeof path, "%s/a file", folder);
    make_file("a file", "text");
    fd = open("a file", O_RDWR);
    own = mmap(NULL, 2 * PAGE, PROT_READ, MAP_PRIVATE, fd, 0);
    shared = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, PAGE);
    anonymous = mmap(NULL, 3 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    GIVES(0, mprotect(anonymous + PAGE, PAGE, PROT_READ | PROT_EXEC));
    read_all(100000);
    HOLDS(line_is(own, 2 * PAGE, "r--p", 0, path));
    HOLDS(line_is(shared, PAGE, "rw-s", PAGE, path));
    HOLDS(line_is(anonymous + PAGE, PAGE, "r-xp", 0, ""));
    HOLDS(counted(" [stack]\n") == 1);
    HOLDS(counted("rw-p") > 0);

    GIVES(0, munmap(own, PAGE));
    GIVES(0, rename("a file", "another"));
    read_all(64);
    snprintf(path, sizeof path, "%s/another", folder);
    HOLDS(line_is(own + PAGE, PAGE, "r--p", PAGE, path));
    GIVES(0, unlink("another"));
    read_all(64);
    HOLDS(strstr(line_of(own + PAGE), " (deleted)") != NULL);

    /* More than fits into a page, read while it changes in front of what is read. */
    many = mmap(NULL, 2 * MANY * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (k = 0; k < MANY; k++)
        HOLDS(mprotect(many + 2 * k * PAGE, PAGE, PROT_READ | PROT_WRITE) == 0);
    read_all(1000);
    for (lines = 0, k = 0; k < size; k++) {
        if (text[k] != '\n')
            continue;
        lines++;
        if (k + 1 == size)
            break;
        HOLDS(sscanf(text + k + 1, "%lx-%lx ", &start, &end) == 2 && start >= last && start < end);
        last = end;
    }
    HOLDS(lines > 2 * MANY);
    for (k = 1; k < MANY - 1; k += 97)
        HOLDS(line_is(many + 2 * k * PAGE, PAGE, "rw-p", 0, ""));
    GIVES(0, munmap(many, 2 * MANY * PAGE));
    details();
    return finish();
}
