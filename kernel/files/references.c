/*
 * Of the build that watches itself (checks.h): who holds inodes and open files at the end. All that are known are
 * visited, from the root and from the processes on, and count what they hold themselves.
 */
#include "base.h"
#include "checks.h"
#include "files.h"
#include "memory.h"
#include "net.h"
#include "process.h"
#include "terminal.h"

#ifdef CHECKS

u64 live_inodes, live_files;

static struct inode *inodes, **inodes_end = &inodes;
static struct file *files;
static u64 inodes_found, files_found;

static void find_inode(struct inode *i)
{
    if (i->is_found) return;
    i->is_found = 1;
    inodes_found++;
    *inodes_end = i;
    inodes_end = &i->next_found;
}

static void holds_inode(struct inode *i)
{
    if (!i) return;
    find_inode(i);
    i->holders_found++;
}

static void holds_file(struct file *f)
{
    if (f->holders_found++ > 0) return;
    files_found++;
    f->next_found = files;
    files = f;
    holds_inode(f->inode);
    if (f->terminal) holds_inode(f->terminal->inode);
    if (f->name && !f->name->inode && f->name->files == f) holds_inode(f->name->folder);
    if (inotify_is(f)) inotify_visit(f, holds_inode);
}

static void visit_descriptors(struct descriptors *d)
{
    u64 b;
    int k;

    if (d->is_found) return;
    d->is_found = 1;
    for (b = 0; b < COUNT_OF(d->blocks); b++)
        for (k = 0; d->blocks[b] && k < DESCRIPTOR_BLOCK; k++)
            if (d->blocks[b][k]) holds_file(d->blocks[b][k]);
}

/* The list grows at its end while it is walked. */
static void visit_inodes(void)
{
    struct inode *i;
    struct entry *e;

    for (i = inodes; i; i = i->next_found) {
        if (i->parent && i->parent != i) holds_inode(i->parent);
        for (e = i->first; e; e = e->next) find_inode(e->inode);
    }
}

/* Whether nobody but the current process is there, who could hold something in the middle of a call. */
static int is_alone(void)
{
    int slot, alone = 1;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && processes[slot] != current && processes[slot]->alive) alone = 0;
    return alone;
}

void check_holders(void)
{
    int slot, exactly = is_alone();
    struct inode *i;
    struct file *f;
    struct space *s;
    struct area *a;

    holds_inode(tree_root);
    mounts_visit(holds_inode);
    sockets_visit(holds_inode, holds_file);
    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot]) continue;
        if (processes[slot]->files) visit_descriptors(processes[slot]->files);
        if (processes[slot]->folders && !processes[slot]->folders->is_found) {
            processes[slot]->folders->is_found = 1;
            holds_inode(processes[slot]->folders->working);
            holds_inode(processes[slot]->folders->root);
        }
        holds_inode(processes[slot]->program);
    }
    for (s = spaces; s; s = s->next)
        for (a = s->areas; a; a = a->next) holds_inode(a->file);
    visit_inodes();
    for (i = inodes; i; i = i->next_found)
        if (exactly ? i->holders != i->holders_found : i->holders < i->holders_found)
            panic("inode %lu, mode %x, counts %u holders and has %u", i->number, i->mode, i->holders, i->holders_found);
    for (f = files; f; f = f->next_found)
        if (exactly ? f->holders != f->holders_found : f->holders < f->holders_found)
            panic("an open file of inode %lu counts %u holders and has %u", f->inode->number, f->holders, f->holders_found);
    if (exactly && (live_inodes != inodes_found || live_files != files_found))
        panic("%lu inodes and %lu open files are held by nobody", live_inodes - inodes_found, live_files - files_found);
    log_line(LOG_BOOT, "%lu inodes and %lu open files, %s holders counted", inodes_found, files_found, exactly ? "all" : "known");
}

#endif
