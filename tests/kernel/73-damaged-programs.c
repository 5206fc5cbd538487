/* Programs whose headers say anything: they run, end, or are refused as no programs; the system goes on, and memory comes back. */
#include "check.h"
#include "random.h"
#include <elf.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>

enum { TRIES = 1500, HEAD = 4096 };

static char original[HEAD], head[HEAD];
static volatile unsigned long state = 88172645463325252ul;
static unsigned long size;

static unsigned long any(void)
{
    static const unsigned long ends[] = { 0, 0x1000, 0x10000, 0x200000, 1ul << 31, 1ul << 32, 1ul << 38, 1ul << 39, 1ul << 47, 1ul << 48, 1ul << 63, ~0ul };
    unsigned long value;

    switch (random_below(&state, 5)) {
    case 0: return random_below(&state, 16);
    case 1: value = size; break;
    case 2: return random_below(&state, ~0ul) << 13 | random_below(&state, 8192);
    default: value = ends[random_below(&state, sizeof ends / sizeof *ends)];
    }
    value += random_below(&state, 3) * 4096 - 4096;
    return random_below(&state, 2) ? value : value + random_below(&state, 17) - 8;
}

/* A field of the header, or of a segment, or a few bytes. */
static void damage(void)
{
    Elf64_Ehdr *header = (Elf64_Ehdr *)head;
    Elf64_Phdr *segments = (Elf64_Phdr *)(head + sizeof *header), *one;

    one = &segments[random_below(&state, 1 + header->e_phnum % 8)];
    switch (random_below(&state, 16)) {
    case 0: header->e_entry = any(); break;
    case 1: header->e_phoff = any(); break;
    case 2: header->e_phnum = (unsigned short)any(); break;
    case 3: header->e_type = (unsigned short)random_below(&state, 5); break;
    case 4: head[random_below(&state, sizeof *header)] = (char)any(); break;
    case 5: one->p_type = (unsigned)random_below(&state, 8); break;
    case 6: one->p_flags = (unsigned)random_below(&state, 8); break;
    case 7:
    case 8: one->p_offset = any(); break;
    case 9:
    case 10: one->p_vaddr = any(); break;
    case 11: one->p_filesz = any(); break;
    case 12: one->p_memsz = any(); break;
    case 13: one->p_filesz = one->p_memsz = any(); break;
    case 14: one->p_align = any(); break;
    case 15: *one = segments[random_below(&state, 3)]; break;
    }
}

/* exec's error; what a damaged program ends with may be anything. */
static volatile int *refusal;

static void run(void)
{
    char *words[] = { "program", "child", NULL };

    alarm(1);
    close(1);
    close(2);
    execv("./program", words);
    *refusal = errno;
    _exit(100);
}

static int is_no_program(int error)
{
    static const int errors[] = { ENOEXEC, EINVAL, ENOMEM, EIO, ELIBBAD, ENOENT, EACCES, ENOTDIR };

    for (unsigned k = 0; k < sizeof errors / sizeof *errors; k++)
        if (errors[k] == error)
            return 1;
    return 0;
}

static unsigned long free_pages(void)
{
    struct sysinfo s;

    HOLDS(sysinfo(&s) == 0);
    return s.freeram * s.mem_unit / 4096;
}

int main(int argc, char **argv)
{
    int fd, ending, ran = 0, refused = 0;
    unsigned long before = 0;
    char *image;

    if (argc > 1)
        return 7;
    refusal = mmap(NULL, sizeof *refusal, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    fd = open(argv[0], O_RDONLY);
    size = (unsigned long)lseek(fd, 0, SEEK_END);
    image = malloc(size);
    HOLDS(pread(fd, image, size, 0) == (long)size);
    close(fd);
    memcpy(original, image, HEAD);
    fd = open("program", O_WRONLY | O_CREAT | O_TRUNC, 0755);
    HOLDS(write(fd, image, size) == (long)size);
    close(fd);
    GIVES(7, ending_of(run));
    for (int k = 0; k < TRIES; k++) {
        if (k == 50)
            before = free_pages();
        memcpy(head, original, HEAD);
        for (unsigned long n = 1 + random_below(&state, 3); n > 0; n--)
            damage();
        fd = open("program", O_WRONLY);
        HOLDS(pwrite(fd, head, HEAD, 0) == HEAD);
        close(fd);
        *refusal = 0;
        ending = ending_of(run);
        ran += ending == 7;
        refused += *refusal != 0;
        if (*refusal && !is_no_program(*refusal))
            printf("try %d: %s\n", k, strerror(*refusal));
    }
    HOLDS(ran > 20 && refused > 20);
    HOLDS(free_pages() + 100 > before);
    return finish();
}
