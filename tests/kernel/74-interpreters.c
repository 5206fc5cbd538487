/* Programs that name an interpreter: it is loaded besides the program and runs first; the ways in which it cannot. */
#include "check.h"
#include <elf.h>
#include <sys/auxv.h>

/* Goes to what auxv names as the program's entry, with the stack as it is. */
#ifdef __x86_64__
static const unsigned char to_entry[] = {
    0x48, 0x8b, 0x04, 0x24,                        /* mov (%rsp), %rax */
    0x48, 0x8d, 0x5c, 0xc4, 0x10,                  /* lea 16(%rsp,%rax,8), %rbx */
    0x48, 0x83, 0xc3, 0x08,                        /* 1: add $8, %rbx */
    0x48, 0x83, 0x7b, 0xf8, 0x00, 0x75, 0xf5,      /* cmpq $0, -8(%rbx); jne 1b */
    0x48, 0x83, 0xc3, 0x10,                        /* 2: add $16, %rbx */
    0x48, 0x83, 0x7b, 0xf0, 0x09, 0x75, 0xf5,      /* cmpq $AT_ENTRY, -16(%rbx); jne 2b */
    0xff, 0x63, 0xf8,                              /* jmp *-8(%rbx) */
};
#elif defined(__aarch64__)
static const unsigned to_entry[] = {
    0xf94003e9, 0x8b296fe9, 0x91004129,            /* ldr x9, [sp]; add x9, sp, x9, lsl #3; add x9, x9, #16 */
    0xf840852a, 0xb5ffffea,                        /* 1: ldr x10, [x9], #8; cbnz x10, 1b */
    0xa8c12d2a, 0xf100255f, 0x54ffffc1,            /* 2: ldp x10, x11, [x9], #16; cmp x10, #AT_ENTRY; b.ne 2b */
    0xd61f0160,                                    /* br x11 */
};
#else
static const unsigned to_entry[] = {
    0x00013283, 0x00329293, 0x002282b3, 0x01028293,    /* ld t0, 0(sp); slli t0, t0, 3; add t0, t0, sp; addi t0, t0, 16 */
    0x0002b303, 0x00828293, 0xfe031ce3,            /* 1: ld t1, 0(t0); addi t0, t0, 8; bnez t1, 1b */
    0x00900393, 0x0002b303, 0x01028293, 0xfe731ce3,    /* li t2, AT_ENTRY; 2: ld t1, 0(t0); addi t0, t0, 16; bne t1, t2, 2b */
    0xff82b303, 0x00030067,                        /* ld t1, -8(t0); jr t1 */
};
#endif

static char *image;
static long size;

static void read_self(const char *path)
{
    int fd = open(path, O_RDONLY);

    size = lseek(fd, 0, SEEK_END);
    image = malloc((size_t)size + 4096);
    HOLDS(pread(fd, image, (size_t)size, 0) == size);
    close(fd);
}

static void write_file(const char *path, const void *bytes, long length, int mode)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);

    HOLDS(write(fd, bytes, (size_t)length) == length);
    close(fd);
}

/* This program, with an interpreter instead of what it says about its stack. */
static void make_program(const char *interpreter, long length)
{
    Elf64_Ehdr *header = (Elf64_Ehdr *)image;
    Elf64_Phdr *segments = (Elf64_Phdr *)(image + header->e_phoff);
    int k = 0;

    while (k < header->e_phnum - 1 && segments[k].p_type != PT_GNU_STACK && segments[k].p_type != PT_INTERP)
        k++;
    segments[k].p_type = PT_INTERP;
    segments[k].p_offset = (unsigned long)size;
    segments[k].p_filesz = segments[k].p_memsz = (unsigned long)length;
    memcpy(image + size, interpreter, (size_t)length);
    write_file("program", image, size + length, 0755);
}

/* A file of one segment that can lie anywhere; with or without an interpreter of its own, which nobody looks at. */
static void make_interpreter(const char *path, int machine, int with_interpreter)
{
    struct {
        Elf64_Ehdr header;
        Elf64_Phdr segments[2];
        char code[sizeof to_entry];
    } file;

    memset(&file, 0, sizeof file);
    memcpy(&file.header, image, sizeof file.header);
    file.header.e_type = ET_DYN;
    file.header.e_machine = (unsigned short)machine;
    file.header.e_phoff = sizeof file.header;
    file.header.e_phnum = with_interpreter ? 2 : 1;
    file.header.e_entry = (unsigned long)(file.code - (char *)&file);
    file.segments[0].p_type = PT_LOAD;
    file.segments[0].p_flags = PF_R | PF_X;
    file.segments[0].p_filesz = file.segments[0].p_memsz = sizeof file;
    file.segments[0].p_align = 0x10000;
    file.segments[1] = file.segments[0];
    file.segments[1].p_type = PT_INTERP;
    memcpy(file.code, to_entry, sizeof to_entry);
    write_file(path, &file, sizeof file, 0755);
}

static int machine_of_self(void)
{
    return ((Elf64_Ehdr *)image)->e_machine;
}

/* 7: the program ran, and was told the truth; 100 + errno: exec failed. */
static void run(void)
{
    char *words[] = { "program", "child", NULL };

    execv("program", words);
    _exit(100 + errno);
}

static int is_told_the_truth(void)
{
    Elf64_Phdr *segments = (Elf64_Phdr *)getauxval(AT_PHDR);
    unsigned long base = getauxval(AT_BASE), n;

    if (!segments || getauxval(AT_PHENT) != sizeof *segments || getauxval(AT_FLAGS) != 0)
        return 0;
    for (n = 0; n < getauxval(AT_PHNUM); n++)
        if (segments[n].p_type == PT_INTERP)
            return base != 0 && (base & 4095) == 0 && memcmp((char *)base, "\177ELF", 4) == 0;
    return base == 0;
}

int main(int argc, char **argv)
{
    char long_path[5000];

    if (argc > 1)
        return is_told_the_truth() ? 7 : 8;
    HOLDS(is_told_the_truth());
    read_self(argv[0]);
    make_interpreter("loader", machine_of_self(), 0);
    make_program("./loader", 9);
    GIVES(7, ending_of(run));
    make_interpreter("loader", machine_of_self(), 1);
    GIVES(7, ending_of(run));

    /* It is not there, or is nothing to run. */
    make_program("./nothing", 10);
    GIVES(100 + ENOENT, ending_of(run));
    make_program("./program/x", 12);
    GIVES(100 + ENOTDIR, ending_of(run));
    make_program("/", 2);
    GIVES(100 + EACCES, ending_of(run));
    make_program("./loader", 9);
    HOLDS(chmod("loader", 0644) == 0);
    GIVES(100 + EACCES, ending_of(run));
    HOLDS(chmod("loader", 0755) == 0);

    /* It is something else: text, another machine's, a few bytes. */
    memset(long_path, 'x', sizeof long_path);
    write_file("loader", long_path, sizeof long_path, 0755);
    GIVES(100 + ELIBBAD, ending_of(run));
    make_interpreter("loader", machine_of_self() == EM_RISCV ? EM_X86_64 : EM_RISCV, 0);
    GIVES(100 + ELIBBAD, ending_of(run));
    write_file("loader", "#!/bin/sh\n", 10, 0755);
    GIVES(100 + EIO, ending_of(run));

    /* The path is none. */
    make_interpreter("loader", machine_of_self(), 0);
    make_program("./loader", 8);
    GIVES(100 + ENOEXEC, ending_of(run));
    make_program("", 1);
    GIVES(100 + ENOEXEC, ending_of(run));
    make_program("./loader", 9);
    GIVES(7, ending_of(run));
    return finish();
}
