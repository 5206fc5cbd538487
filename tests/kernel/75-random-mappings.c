/*
 * A file, mappings of parts of it, and random changes of all kinds, against a model of what every byte must be: which follow the
 * file, which are a private copy, which are behind the end. A child does the same with what it inherits.
 */
#include "check.h"
#include "random.h"
#include <setjmp.h>
#include <sys/mman.h>

enum { PAGE = 4096, PAGES = 12, SAMPLES = 3, MAPPINGS = 6, STEPS = 20000, MOST = 12 };

static const int places[SAMPLES] = { 0, 1777, 4095 };

struct mapping {
    char *at;                          /* NULL: none */
    int first, count, is_shared, can_write;
    int own[PAGES];                    /* of a private one: it has a copy */
    char copy[PAGES][SAMPLES];
};

static volatile unsigned long state = 362436069362436069ul;
static int fd;
static long size;
static char file[PAGES][SAMPLES];
static struct mapping mappings[MAPPINGS];
static int failures;

static sigjmp_buf back;

static void handler(int number)
{
    siglongjmp(back, number);
}

static int below(int n)
{
    return (int)random_below(&state, (unsigned long)n);
}

/* What the byte is: 256 for a bus error. */
static int read_byte(volatile char *at)
{
    if (sigsetjmp(back, 0))
        return 256;
    return (unsigned char)*at;
}

static int write_byte(volatile char *at, char value)
{
    if (sigsetjmp(back, 0))
        return 256;
    *at = value;
    return 0;
}

static int is_in_file(int page)
{
    return page * (long)PAGE < size;
}

static int expected(struct mapping *m, int n, int sample)
{
    int page = m->first + n;

    if (!is_in_file(page))
        return 256;
    return (unsigned char)(m->own[n] ? m->copy[n][sample] : file[page][sample]);
}

static void check_one(const char *what, struct mapping *m, int n, int sample)
{
    int found = read_byte(m->at + n * PAGE + places[sample]), wanted = expected(m, n, sample);

    if (found == wanted || failures++ > 5)
        return;
    printf("after %s: page %d, byte %d of mapping %d (%s, from page %d; size %ld) is %d, not %d\n", what, n, places[sample], (int)(m - mappings),
           m->is_shared ? "shared" : "private", m->first, size, found, wanted);
}

static void check_all(const char *what)
{
    for (int k = 0; k < MAPPINGS; k++)
        for (int n = 0; mappings[k].at && n < mappings[k].count; n++)
            for (int sample = 0; sample < SAMPLES; sample++)
                check_one(what, &mappings[k], n, sample);
}

static void check_some(const char *what)
{
    struct mapping *m = &mappings[below(MAPPINGS)];

    if (m->at)
        check_one(what, m, below(m->count), below(SAMPLES));
}

/* ---- Changes ---- */

static void map_part(struct mapping *m)
{
    int populate = below(4) == 0 ? MAP_POPULATE : 0;

    if (m->at)
        munmap(m->at, (size_t)m->count * PAGE);
    memset(m, 0, sizeof *m);
    m->first = below(PAGES);
    m->count = 1 + below(PAGES - m->first);
    m->is_shared = below(2);
    m->can_write = below(4) > 0;
    m->at = mmap(NULL, (size_t)m->count * PAGE, m->can_write ? PROT_READ | PROT_WRITE : PROT_READ, (m->is_shared ? MAP_SHARED : MAP_PRIVATE) | populate, fd, m->first * (long)PAGE);
    HOLDS(m->at != MAP_FAILED);
    /* A writable private mapping that shall be there has copies of all that the file has. */
    for (int n = 0; populate && m->can_write && !m->is_shared && n < m->count; n++) {
        if (!is_in_file(m->first + n))
            break;
        m->own[n] = 1;
        memcpy(m->copy[n], file[m->first + n], SAMPLES);
    }
}

static void write_there(struct mapping *m)
{
    int n = below(m->count), page = m->first + n, sample = below(SAMPLES);
    char value = (char)below(256);

    if (!m->can_write || (is_in_file(page) && page * (long)PAGE + places[sample] >= size))
        return;
    HOLDS(write_byte(m->at + n * PAGE + places[sample], value) == (is_in_file(page) ? 0 : 256));
    if (!is_in_file(page))
        return;
    if (m->is_shared) {
        file[page][sample] = value;
        return;
    }
    if (!m->own[n])
        memcpy(m->copy[n], file[page], SAMPLES);
    m->own[n] = 1;
    m->copy[n][sample] = value;
}

static void write_file(void)
{
    int page = below(PAGES), sample = below(SAMPLES);
    long at = page * (long)PAGE + places[sample];
    char value = (char)below(256);

    HOLDS(pwrite(fd, &value, 1, at) == 1);
    file[page][sample] = value;
    if (at >= size)
        size = at + 1;
}

static void resize(void)
{
    size = below(3) ? below(PAGES + 1) * (long)PAGE : below(PAGES * PAGE);
    HOLDS(ftruncate(fd, size) == 0);
    for (int page = 0; page < PAGES; page++)
        for (int sample = 0; sample < SAMPLES; sample++)
            if (page * (long)PAGE + places[sample] >= size)
                file[page][sample] = 0;
    for (int k = 0; k < MAPPINGS; k++)
        for (int n = 0; mappings[k].at && n < mappings[k].count; n++)
            if (!is_in_file(mappings[k].first + n))
                mappings[k].own[n] = 0;
}

static void advise(struct mapping *m)
{
    int n = below(m->count), count = 1 + below(m->count - n);

    if (below(2) || !m->is_shared || !m->can_write) {
        HOLDS(madvise(m->at + n * PAGE, (size_t)count * PAGE, MADV_DONTNEED) == 0);
        for (; count > 0; count--)
            m->own[n++] = 0;
        return;
    }
    HOLDS(madvise(m->at + n * PAGE, (size_t)count * PAGE, MADV_REMOVE) == 0);
    for (; count > 0; count--)
        memset(file[m->first + n++], 0, SAMPLES);
}

static void protect(struct mapping *m)
{
    int n = below(m->count);

    if (below(2)) {
        m->can_write = !m->can_write;
        HOLDS(mprotect(m->at, (size_t)m->count * PAGE, m->can_write ? PROT_READ | PROT_WRITE : PROT_READ) == 0);
        return;
    }
    /* Cut, and joined again. */
    HOLDS(mprotect(m->at + n * PAGE, PAGE, PROT_NONE) == 0);
    HOLDS(mprotect(m->at + n * PAGE, PAGE, m->can_write ? PROT_READ | PROT_WRITE : PROT_READ) == 0);
}

static void move(struct mapping *m)
{
    int count = 1 + below(PAGES - m->first);
    char *at = mremap(m->at, (size_t)m->count * PAGE, (size_t)count * PAGE, MREMAP_MAYMOVE);

    HOLDS(at != MAP_FAILED);
    for (int n = count; n < m->count; n++)
        m->own[n] = 0;
    m->at = at;
    m->count = count;
}

static void copy_between(struct mapping *m)
{
    int n = below(m->count), page = below(PAGES);

    if (!is_in_file(m->first + n) || (page + 1) * (long)PAGE > size)
        return;
    HOLDS(pwrite(fd, m->at + n * PAGE, PAGE, page * (long)PAGE) == PAGE);
    for (int sample = 0; sample < SAMPLES; sample++)
        file[page][sample] = (char)expected(m, n, sample);
}

static void change(int may_fork);

/* The child goes on with the same numbers; what it writes to the file and to shared memory the parent's model takes over. */
static void fork_here(void)
{
    int ends[2], status;
    pid_t child;

    HOLDS(pipe(ends) == 0);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        for (int k = below(40); k > 0; k--)
            change(0);
        check_all("a child");
        HOLDS(write(ends[1], &size, sizeof size) == sizeof size && write(ends[1], file, sizeof file) == sizeof file);
        fflush(stdout);
        _exit(failures != 0);
    }
    close(ends[1]);
    HOLDS(read(ends[0], &size, sizeof size) == sizeof size && read(ends[0], file, sizeof file) == sizeof file);
    close(ends[0]);
    HOLDS(waitpid(child, &status, 0) == child && status == 0);
}

static void change(int may_fork)
{
    struct mapping *m = &mappings[below(MAPPINGS)];

    switch (below(14)) {
    case 0: map_part(m); check_some("mmap"); return;
    case 1:
    case 2: write_file(); check_some("pwrite"); return;
    /* What a truncation takes from the parent's copies a child's model does not tell. */
    case 3: if (may_fork) resize(); check_some("ftruncate"); return;
    case 4: if (may_fork && below(8) == 0) fork_here(); check_some("fork"); return;
    }
    if (!m->at)
        return;
    switch (below(8)) {
    case 0: advise(m); check_some("madvise"); return;
    case 1: protect(m); check_some("mprotect"); return;
    case 2: move(m); check_some("mremap"); return;
    case 3: copy_between(m); check_some("pwrite from a mapping"); return;
    default: write_there(m); check_some("a write");
    }
}

int main(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_NODEFER;
    sigaction(SIGBUS, &action, NULL);
    fd = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644);
    for (int k = 0; k < STEPS && failures < MOST; k++) {
        change(1);
        if (k % 50 == 0)
            check_all("all");
    }
    return finish();
}
