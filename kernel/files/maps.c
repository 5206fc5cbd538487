/*
 * /proc/N/maps: a line for each area of a program's memory; smaps: what is there of it, besides. There may be many areas, so the text
 * is made as it is read.
 */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* Some whole lines, and where the next ones begin. An object that takes a page. */
struct maps {
    u64 start;                   /* the offset of the text in all lines */
    u64 next;                    /* the address behind the last area in it */
    u64 length;
    int has_details;             /* smaps */
    char text[4000];
};

enum { LINE = 600, DETAILS = 500, NAME_COLUMN = 73 };

static const char *name_without_file(struct space *s, struct area *a)
{
    if (a->end == STACK_TOP) return "[stack]";
    if (a->start == SIGNAL_CODE) return "[sigpage]";
    return a->start < s->break_end && a->end > s->break_start ? "[heap]" : "";
}

/* A name is at the end of its line, whatever is in it. */
static u64 put_name(struct area *a, char *to)
{
    char *name = allocate(PATH_MAX);
    u64 length = 0;
    s64 i, size;

    size = name ? path_of_file(a->file, name, PATH_MAX - 32) : 0;
    for (i = 0; i < size && length < LINE - NAME_COLUMN - 8; i++) {
        if (name[i] == '\n') length += format_text(to + length, 5, "\\012");
        else to[length++] = name[i];
    }
    release(name);
    return length;
}

static u64 put_line(struct space *s, struct area *a, char *line)
{
    u64 length = format_text(line, LINE, "%08lx-%08lx %c%c%c%c %08lx 00:%02x %lu ", a->start, a->end, a->flags & PAGE_READ ? 'r' : '-',
                             a->flags & PAGE_WRITE ? 'w' : '-', a->flags & PAGE_EXECUTE ? 'x' : '-', a->kind & AREA_SHARED ? 's' : 'p',
                             a->file ? a->offset : 0, a->file ? a->file->system : 0, a->file ? a->file->number : 0);
    const char *name = name_without_file(s, a);

    if (a->file || *name)
        while (length < NAME_COLUMN) line[length++] = ' ';
    if (a->file) length += put_name(a, line + length);
    else length += format_text(line + length, LINE - length, "%s", name);
    line[length++] = '\n';
    return length;
}

/* The pages of an area that are there, in bytes; the page of zeros is nobody's. */
struct count {
    u64 all, part, shared, private, own;    /* `part`: of a page with n holders the n-th */
};

static void count_pages(struct space *s, struct area *a, struct count *c)
{
    u64 address, page, holders;
    u64 *entry;

    for (address = a->start; (entry = table_scan(s->root, &address, a->end)); address += PAGE_SIZE) {
        page = arch_entry_address(*entry);
        if (page == zero_page) continue;
        /* A file holds its pages itself. */
        holders = page_holders(page) - (a->file && !page_is_own(page));
        c->all += PAGE_SIZE;
        c->part += PAGE_SIZE / holders;
        if (holders > 1) c->shared += PAGE_SIZE;
        else c->private += PAGE_SIZE;
        if (page_is_own(page)) c->own += PAGE_SIZE;
    }
}

/* What a program has written is dirty, what it shows of a file is not, since there is nowhere else to write it to. */
static u64 put_details(struct space *s, struct area *a, char *to)
{
    struct count c = { 0 };
    int is_dirty;

    count_pages(s, a, &c);
    is_dirty = c.own > 0;
    return format_text(to, DETAILS, "Size:           %8lu kB\nKernelPageSize:        4 kB\nMMUPageSize:           4 kB\nRss:            %8lu kB\n"
                       "Pss:            %8lu kB\nShared_Clean:   %8lu kB\nShared_Dirty:   %8lu kB\nPrivate_Clean:  %8lu kB\nPrivate_Dirty:  %8lu kB\n"
                       "Referenced:     %8lu kB\nAnonymous:      %8lu kB\nSwap:                  0 kB\nLocked:                0 kB\n",
                       (a->end - a->start) / 1024, c.all / 1024, c.part / 1024, is_dirty ? 0 : c.shared / 1024, is_dirty ? c.shared / 1024 : 0,
                       is_dirty ? 0 : c.private / 1024, is_dirty ? c.private / 1024 : 0, c.all / 1024, c.own / 1024);
}

/* The lines behind those that are there. None: the end. */
static void refill(struct maps *m, struct space *s)
{
    struct area *a;

    m->start += m->length;
    m->length = 0;
    for (a = s ? s->areas : NULL; a && m->length + LINE + DETAILS <= sizeof m->text; a = a->next) {
        if (a->end <= m->next) continue;
        m->length += put_line(s, a, m->text + m->length);
        if (m->has_details) m->length += put_details(s, a, m->text + m->length);
        m->next = a->end;
    }
}

static s64 maps_read(struct file *f, u64 *offset, struct io *io)
{
    struct process *p = process_of(f->inode->proc_id);
    struct maps *m = f->own;
    u64 size;

    if (!p) return -ESRCH;
    /* It may have become another program since it was opened. */
    if (!may_look_into(p)) return -EACCES;
    if (*offset < m->start) m->start = m->length = m->next = 0;
    while (*offset >= m->start + m->length) {
        refill(m, p->space);
        if (m->length == 0) return 0;
    }
    size = m->start + m->length - *offset;
    if (size > io->left) size = io->left;
    if (io_put(io, m->text + (*offset - m->start), size) < 0) return -EFAULT;
    *offset += size;
    return size;
}

static int maps_ready(struct file *f)
{
    (void)f;
    return POLLIN | POLLRDNORM;
}

static void maps_close(struct file *f)
{
    release(f->own);
}

static const struct file_type maps_type = { maps_read, NULL, NULL, maps_ready, maps_close, 1 };

int maps_open(struct file *f, int has_details)
{
    f->own = allocate(sizeof(struct maps));
    if (!f->own) return -ENOMEM;
    ((struct maps *)f->own)->has_details = has_details;
    f->type = &maps_type;
    return 0;
}
