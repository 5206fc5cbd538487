/*
 * flat-image ELF IMAGE: what a loader would have in memory, from the first segment's address to the end of the last one,
 * zeros included. It makes a kernel that tcc linked bootable on aarch64 and riscv64; minicc writes such images itself.
 *
 * flat-image --pvh=PHYSICAL ELF IMAGE: the same for amd64 from the entry on, as an ELF file again: one segment, to be loaded
 * at that address, and the note for PVH, which says that the first byte is the entry.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned long long u64;

enum { LARGEST = 1 << 25, LOAD = 1 };
enum { ENTRY = 24, PHOFF = 32, PHENTSIZE = 54, PHNUM = 56, ELF_HEADER = 64 };
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

enum { PVH_HEADER = 4096, NOTE = 256, NOTE_SIZE = 24, NOTE_TYPE = 4, PHYS32_ENTRY = 18, EXECUTABLE = 2, AMD64 = 62, ALL_RIGHTS = 7 };

static void put(u8 *at, u64 value, int size)
{
    for (; size > 0; size--, value >>= 8) *at++ = value;
}

static void put_segment(u8 *at, u64 type, u64 offset, u64 address, u64 physical, u64 size, u64 alignment)
{
    put(at, type, 4);
    put(at + 4, ALL_RIGHTS, 4);
    put(at + 8, offset, 8);
    put(at + 16, address, 8);
    put(at + 24, physical, 8);
    put(at + 32, size, 8);
    put(at + 40, size, 8);
    put(at + 48, alignment, 8);
}

static void make_pvh_header(u8 *header, u64 base, u64 physical, u64 size)
{
    memcpy(header, "\177ELF\2\1\1", 7);
    put(header + 16, EXECUTABLE, 2);
    put(header + 18, AMD64, 2);
    put(header + 20, 1, 4);
    put(header + 24, base, 8);
    put(header + PHOFF, ELF_HEADER, 8);
    put(header + 52, ELF_HEADER, 2);
    put(header + PHENTSIZE, PROGRAM_HEADER, 2);
    put(header + PHNUM, 2, 2);
    put_segment(header + ELF_HEADER, LOAD, PVH_HEADER, base, physical, size, PVH_HEADER);
    put_segment(header + ELF_HEADER + PROGRAM_HEADER, NOTE_TYPE, NOTE, 0, 0, NOTE_SIZE, 4);
    put(header + NOTE, 4, 4);
    put(header + NOTE + 4, 8, 4);
    put(header + NOTE + 8, PHYS32_ENTRY, 4);
    memcpy(header + NOTE + 12, "Xen", 4);
    put(header + NOTE + 16, physical, 8);
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
    u8 *elf, *image, *header, pvh[PVH_HEADER] = { 0 };
    char *physical = NULL;
    FILE *out;

    if (argc == 4 && !strncmp(argv[1], "--pvh=", 6)) {
        physical = argv[1] + 6;
        argv++;
        argc--;
    }
    if (argc != 3) {
        fputs("usage: flat-image [--pvh=PHYSICAL] ELF IMAGE\n", stderr);
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
    if (physical) {
        u64 entry = number(elf + ENTRY, 8);

        if (entry < base || entry - base >= end) fail(argv[1], "has its entry outside of what is loaded");
        image += entry - base;
        end -= entry - base;
        make_pvh_header(pvh, entry, strtoull(physical, NULL, 0), end);
    }
    out = fopen(argv[2], "wb");
    if (!out || (physical && fwrite(pvh, 1, PVH_HEADER, out) != PVH_HEADER) || fwrite(image, 1, end, out) != end || fclose(out) != 0) fail(argv[2], "cannot be written");
    return 0;
}
