/* A program's file to a program's memory. Whole pages of the file are shared with it, until somebody writes. */
#include "base.h"
#include "elf.h"
#include "files.h"
#include "memory.h"

struct elf_header {
    u8 magic[16];
    u16 type, machine;
    u32 version;
    u64 entry, segments, sections;
    u32 flags;
    u16 size, segment_size, segment_count, section_size, section_count, names;
};

struct segment {
    u32 type, flags;
    u64 offset, address, physical, file_size, memory_size, alignment;
};

enum { EXECUTABLE = 2, SHARED_OBJECT = 3, LOAD = 1, INTERPRETER = 3, SEGMENT_X = 1, SEGMENT_W = 2, SEGMENT_R = 4, SEGMENTS_MAX = 64 };

/* Where a program that can lie anywhere is put, as on Linux: far below what mmap gives out, with room for its heap. */
#define PROGRAMS PAGE_DOWN(USER_TOP / 3 * 2)
#define ALIGNMENT_MAX 0x200000UL

static int read_at(struct inode *file, u64 offset, void *to, u64 size)
{
    struct io io;

    io_kernel(&io, to, size);
    return data_read(file, offset, &io) == (s64)size ? 0 : -ENOEXEC;
}

static int page_flags(struct segment *g)
{
    return (g->flags & SEGMENT_R ? PAGE_READ : 0) | (g->flags & SEGMENT_W ? PAGE_WRITE : 0) | (g->flags & SEGMENT_X ? PAGE_EXECUTE : 0);
}

/* What a segment wants of the file behind its end is zeros, as on Linux. */
static int check_segment(struct inode *file, struct segment *g, u64 base)
{
    if (g->memory_size < g->file_size || (g->offset ^ g->address) & PAGE_MASK) return -ENOEXEC;
    if (!range_fits(g->offset, g->file_size, 0, 1UL << 63) || !range_fits(g->address + base, g->memory_size, MAP_BOTTOM, MAP_TOP)) return -ENOEXEC;
    if (g->offset >= file->size) g->file_size = 0;
    else if (g->file_size > file->size - g->offset) g->file_size = file->size - g->offset;
    return 0;
}

/* A page that has bytes of its own: those of the file, and zeros behind. */
static int private_page(struct space *s, struct inode *file, struct segment *g, u64 address, u64 base, int flags)
{
    u64 page = page_allocate_clear(), from, to;
    u64 *entry;

    if (!page) return -ENOMEM;
    from = address < g->address + base ? g->address + base : address;
    to = g->address + base + g->file_size;
    if (to > address + PAGE_SIZE) to = address + PAGE_SIZE;
    if (read_at(file, g->offset + (from - g->address - base), (u8 *)KERNEL_ADDRESS(page) + (from - address), to - from) < 0) {
        page_release(page);
        return -ENOEXEC;
    }
    entry = table_entry(s->root, address, 1);
    if (!entry) {
        page_release(page);
        return -ENOMEM;
    }
    if (*entry) page_release(arch_entry_address(*entry));
    else s->resident++;
    *entry = arch_page_entry(page, flags | PAGE_USER);
    if (flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
    return 0;
}

static int shared_page(struct space *s, u64 page, u64 address, int flags)
{
    u64 *entry = table_entry(s->root, address, 1);

    if (!entry) return -ENOMEM;
    if (*entry) page_release(arch_entry_address(*entry));
    else s->resident++;
    page_share(page);
    if (flags & PAGE_WRITE) flags = (flags & ~PAGE_WRITE) | PAGE_COPY;
    *entry = arch_page_entry(page, flags | PAGE_USER);
    if (flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
    return 0;
}

static int load(struct space *s, struct inode *file, struct segment *g, u64 base)
{
    u64 start = PAGE_DOWN(g->address + base), end = PAGE_UP(g->address + base + g->memory_size);
    u64 file_end = g->address + base + g->file_size;
    u64 address, page;
    int flags = page_flags(g), error;

    error = space_add(s, start, end, flags, 0);
    for (address = start; !error && address < file_end; address += PAGE_SIZE) {
        page = data_page(file, (g->offset + address - PAGE_DOWN(g->address + base) - (g->address & PAGE_MASK)) / PAGE_SIZE);
        /* Behind the file's part come zeros, not what the file has there. */
        if (page && (address + PAGE_SIZE <= file_end || g->memory_size == g->file_size)) error = shared_page(s, page, address, flags);
        else error = private_page(s, file, g, address, base, flags);
    }
    return error;
}

/* ---- Whole files ---- */

static int read_header(struct inode *file, struct elf_header *h)
{
    if (read_at(file, 0, h, sizeof *h) < 0) return -ENOEXEC;
    if (h->magic[0] != 0x7f || h->magic[1] != 'E' || h->magic[2] != 'L' || h->magic[3] != 'F' || h->magic[4] != 2 || h->magic[5] != 1
        || h->machine != ELF_MACHINE || h->segment_size != sizeof(struct segment) || h->segment_count > SEGMENTS_MAX)
        return -ENOEXEC;
    return h->type == EXECUTABLE || h->type == SHARED_OBJECT ? 0 : -ENOEXEC;
}

static int read_segment(struct inode *file, struct elf_header *h, int n, struct segment *g)
{
    return read_at(file, h->segments + n * sizeof *g, g, sizeof *g);
}

/*
 * What must be added to a file's addresses. One that can lie anywhere goes to `place`, or, if that is 0, to the highest room
 * that is free: the C libraries' loaders map what else they need below it.
 */
static int find_base(struct space *s, struct inode *file, struct elf_header *h, u64 place, u64 *base)
{
    u64 low = ~0UL, high = 0, alignment = PAGE_SIZE, end;
    struct segment g;
    int i;

    *base = 0;
    if (h->type == EXECUTABLE) return 0;
    for (i = 0; i < h->segment_count; i++) {
        if (read_segment(file, h, i, &g) < 0) return -ENOEXEC;
        if (g.type != LOAD || g.memory_size == 0) continue;
        if (!range_fits(g.address, g.memory_size, 0, MAP_TOP)) return -ENOEXEC;
        end = PAGE_UP(g.address + g.memory_size);
        if (g.address < low) low = PAGE_DOWN(g.address);
        if (end > high) high = end;
        if (g.alignment > alignment && g.alignment <= ALIGNMENT_MAX && !(g.alignment & (g.alignment - 1))) alignment = g.alignment;
    }
    if (low >= high) return -ENOEXEC;
    if (!place) place = space_find_room(s, high - low + alignment);
    if (!place) return -ENOMEM;
    *base = (place + alignment - 1 & ~(alignment - 1)) - (low & ~(alignment - 1));
    return 0;
}

/* All that is to be loaded of a file; `end` is where it ends. `segments` becomes the address of its headers, if they are loaded. */
static int load_all(struct space *s, struct inode *file, struct elf_header *h, u64 base, u64 *segments, u64 *end)
{
    struct segment g;
    int i, error;

    *segments = *end = 0;
    for (i = 0; i < h->segment_count; i++) {
        if (read_segment(file, h, i, &g) < 0) return -ENOEXEC;
        if (g.type != LOAD || g.memory_size == 0) continue;
        error = check_segment(file, &g, base);
        if (!error) error = load(s, file, &g, base);
        if (error) return error;
        if (g.address + base + g.memory_size > *end) *end = g.address + base + g.memory_size;
        if (h->segments >= g.offset && h->segments - g.offset < g.file_size) *segments = g.address + base + h->segments - g.offset;
    }
    return *end && space_area(s, h->entry + base) ? 0 : -ENOEXEC;
}

/* The path of the interpreter that a program names, on its own; only the first one counts. */
static int read_interpreter(struct inode *file, struct elf_header *h, char **path)
{
    struct segment g;
    int i, error;

    *path = NULL;
    for (i = 0; i < h->segment_count; i++) {
        if (read_segment(file, h, i, &g) < 0) return -ENOEXEC;
        if (g.type != INTERPRETER) continue;
        if (g.file_size < 2 || g.file_size > PATH_MAX) return -ENOEXEC;
        *path = allocate(g.file_size);
        if (!*path) return -ENOMEM;
        error = read_at(file, g.offset, *path, g.file_size);
        return !error && (*path)[g.file_size - 1] ? -ENOEXEC : error;
    }
    return 0;
}

int elf_load(struct space *s, struct inode *file, struct elf_program *program)
{
    struct elf_header h;
    u64 base, end;
    int error;

    program->interpreter = NULL;
    program->base = 0;
    error = read_header(file, &h);
    if (!error) error = read_interpreter(file, &h, &program->interpreter);
    /* A loader that is run as a program leaves the usual place to the one that it will load. */
    if (!error) error = find_base(s, file, &h, program->interpreter ? PROGRAMS : 0, &base);
    if (!error) error = load_all(s, file, &h, base, &program->segments, &end);
    if (error) return error;
    program->start = program->entry = h.entry + base;
    program->segment_count = h.segment_count;
    s->break_start = s->break_end = h.type == SHARED_OBJECT && !program->interpreter ? PROGRAMS : PAGE_UP(end);
    return 0;
}

int elf_load_interpreter(struct space *s, struct inode *file, struct elf_program *program)
{
    struct elf_header h;
    u64 segments, end;
    int error;

    if (file->size < sizeof h) return -EIO;
    if (read_header(file, &h) < 0) return -ELIBBAD;
    error = find_base(s, file, &h, 0, &program->base);
    if (!error) error = load_all(s, file, &h, program->base, &segments, &end);
    program->start = h.entry + program->base;
    return error == -ENOEXEC ? -ELIBBAD : error;
}
