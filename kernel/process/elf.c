/* A program's file to a program's memory. */
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

/*
 * The file's part is a private mapping of whole pages, the rest zeros. Where the file's part ends in the middle of a page what
 * the file has behind it does not show, if the segment goes on: that page becomes the program's own.
 */
static int load(struct space *s, struct inode *file, struct segment *g, u64 base)
{
    u64 start = g->address + base, file_end = start + g->file_size;
    struct area a = { 0 };
    int error;

    a.start = PAGE_DOWN(start);
    a.end = g->file_size ? PAGE_UP(file_end) : a.start;
    a.flags = page_flags(g);
    a.kind = a.flags & PAGE_WRITE ? AREA_OWN : 0;
    a.file = file;
    a.offset = PAGE_DOWN(g->offset);
    if (a.end > a.start && (error = space_add(s, &a)) < 0) return error;
    if (PAGE_UP(start + g->memory_size) > a.end && (error = space_add_zeros(s, a.end, PAGE_UP(start + g->memory_size), a.flags, a.kind)) < 0) return error;
    if (g->memory_size == g->file_size || a.end == a.start || !(file_end & PAGE_MASK)) return 0;
    return space_clear_rest(s, file_end);
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
