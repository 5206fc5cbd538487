/* /proc/N/maps: a line for each area of a program's memory. There may be many, so they are written as they are read. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* Some whole lines, and where the next ones begin. An object that takes a page. */
struct maps {
    u64 start;                   /* the offset of the text in all lines */
    u64 next;                    /* the address behind the last area in it */
    u64 length;
    char text[4000];
};

enum { LINE = 600, NAME_COLUMN = 73 };

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

/* The lines behind those that are there. None: the end. */
static void refill(struct maps *m, struct space *s)
{
    struct area *a;

    m->start += m->length;
    m->length = 0;
    for (a = s ? s->areas : NULL; a && m->length + LINE <= sizeof m->text; a = a->next) {
        if (a->end <= m->next) continue;
        m->length += put_line(s, a, m->text + m->length);
        m->next = a->end;
    }
}

static s64 maps_read(struct file *f, u64 *offset, struct io *io)
{
    struct process *p = process_of(f->inode->proc_id);
    struct maps *m = f->own;
    u64 size;

    if (!p) return -ESRCH;
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

int maps_open(struct file *f)
{
    f->own = allocate(sizeof(struct maps));
    if (!f->own) return -ENOMEM;
    f->type = &maps_type;
    return 0;
}
