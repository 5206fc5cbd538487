/* Programs whose segments ask for more than the file has, which is zeros, and for more than there is, which is refused. */
#include "check.h"
#include <elf.h>

static char *image;
static long size;

static void read_self(const char *path)
{
    int fd = open(path, O_RDONLY);

    size = lseek(fd, 0, SEEK_END);
    image = malloc((size_t)size);
    HOLDS(pread(fd, image, (size_t)size, 0) == size);
    close(fd);
}

/* The last loaded segment of the image. */
static Elf64_Phdr *last_segment(void)
{
    Elf64_Ehdr *header = (Elf64_Ehdr *)image;
    Elf64_Phdr *segments = (Elf64_Phdr *)(image + header->e_phoff), *last = NULL;

    for (int k = 0; k < header->e_phnum; k++)
        if (segments[k].p_type == PT_LOAD)
            last = &segments[k];
    return last;
}

static void write_program(long length)
{
    int fd = open("program", O_WRONLY | O_CREAT | O_TRUNC, 0755);

    HOLDS(write(fd, image, (size_t)length) == length);
    close(fd);
}

static void run(void)
{
    char *words[] = { "program", "child", NULL };

    execv("program", words);
    _exit(errno == ENOMEM ? 50 : 51);
}

int main(int argc, char **argv)
{
    Elf64_Phdr saved, *last;

    if (argc > 1)
        return 7;
    read_self(argv[0]);
    last = last_segment();
    saved = *last;
    write_program(size);
    GIVES(7, ending_of(run));

    /* The file ends with this segment's bytes, which are fewer than the segment says. */
    last->p_filesz += 8192;
    if (last->p_memsz < last->p_filesz)
        last->p_memsz = last->p_filesz;
    write_program((long)(saved.p_offset + saved.p_filesz));
    GIVES(7, ending_of(run));

    *last = saved;
    last->p_memsz = 1ul << 33;
    write_program(size);
    GIVES(50, ending_of(run));
    last->p_memsz = 1ul << 30;
    write_program(size);
    GIVES(50, ending_of(run));
    last->p_filesz = last->p_memsz = ~0ul;
    write_program(size);
    GIVES(51, ending_of(run));
    return finish();
}
