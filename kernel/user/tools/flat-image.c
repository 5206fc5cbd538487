/*
 * flat-image ELF IMAGE: what a loader would have in memory, from the first segment's address to the end of the last one,
 * zeros included. It makes a kernel that tcc linked bootable on aarch64 and riscv64; minicc writes such images itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned long long u64;

enum { LARGEST = 1 << 28, LOAD = 1 };
enum { PHOFF = 32, PHENTSIZE = 54, PHNUM = 56, ELF_HEADER = 64 };
enum { P_TYPE = 0, P_OFFSET = 8, P_VADDR = 16, P_FILESZ = 32, P_MEMSZ = 40, PROGRAM_HEADER = 56 };

static void fail(const char *name, const char *what)
{
    fprintf(stderr, "flat-image: %s %s\n", name, what);
    exit(1);
}

static u64 number(const u8 *at, int size)
{
    u64 value = 0;

    while (size--) value = value << 8 | at[size];
    return value;
}

static u8 *read_file(const char *name, u64 *size)
{
    FILE *f = fopen(name, "rb");
    u8 *bytes = malloc(LARGEST);

    if (!f) fail(name, "cannot be read");
    if (!bytes) fail(name, "does not fit into memory");
    *size = fread(bytes, 1, LARGEST, f);
    fclose(f);
    return bytes;
}

int main(int argc, char **argv)
{
    u64 size, base = 0, end = 0, segments, i;
    u8 *elf, *image, *header;
    FILE *out;

    if (argc != 3) {
        fputs("usage: flat-image ELF IMAGE\n", stderr);
        return 2;
    }
    elf = read_file(argv[1], &size);
    if (size < ELF_HEADER || memcmp(elf, "\177ELF\2\1", 6)) fail(argv[1], "is not an ELF file of 64 bits");
    header = elf + number(elf + PHOFF, 8);
    segments = number(elf + PHNUM, 2);
    if (number(elf + PHENTSIZE, 2) != PROGRAM_HEADER || number(elf + PHOFF, 8) > size
        || segments * PROGRAM_HEADER > size - number(elf + PHOFF, 8)) fail(argv[1], "has bad program headers");
    image = calloc(1, LARGEST);
    if (!image) fail(argv[1], "does not fit into memory");
    for (i = 0; i < segments; i++, header += PROGRAM_HEADER) {
        u64 offset = number(header + P_OFFSET, 8), address = number(header + P_VADDR, 8);
        u64 in_file = number(header + P_FILESZ, 8), in_memory = number(header + P_MEMSZ, 8);

        if (number(header + P_TYPE, 4) != LOAD || in_memory == 0) continue;
        if (end == 0) base = address;
        if (address < base || address - base > LARGEST || in_memory > LARGEST - (address - base) || in_file > in_memory
            || offset > size || in_file > size - offset) fail(argv[1], "has a bad segment");
        memcpy(image + (address - base), elf + offset, in_file);
        if (address - base + in_memory > end) end = address - base + in_memory;
    }
    if (end == 0) fail(argv[1], "has nothing to load");
    out = fopen(argv[2], "wb");
    if (!out || fwrite(image, 1, end, out) != end || fclose(out) != 0) fail(argv[2], "cannot be written");
    return 0;
}
