/*
 * The end: a folder of the tree as a cpio archive in RAM, for the host, who sees RAM as a file. Only headers and names
 * take new memory; files stay where they are, and extents say where. docs/kernel.md describes what the host reads.
 */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "checks.h"
#include "cpio.h"
#include "files.h"
#include "memory.h"

enum { EXTENTS = 255, DEPTH = 400 };

struct extent_page {
    u64 next, count;
    struct { u64 address, length; } extents[EXTENTS];
};

struct results_header {
    char magic[8];
    u64 status, length, checksum, extents, first_page, no_memory, header_checksum;
};

static struct extent_page *first_page, *last_page;
static u64 extents, length, checksum;
static int failed;

/* The page that headers and names are being written to. */
static u8 *text;
static u64 text_used;

static u8 zeros[PAGE_SIZE];

#define FNV_START 0xcbf29ce484222325UL
#define FNV_PRIME 0x100000001b3UL

static u64 add_checksum(u64 sum, const u8 *at, u64 size)
{
    while (size-- > 0) sum = (sum ^ *at++) * FNV_PRIME;
    return sum;
}

static void *new_page(void)
{
    u64 page = page_allocate_clear();

    if (page) return KERNEL_ADDRESS(page);
    failed = 1;
    return NULL;
}

static void add_extent(const void *at, u64 size)
{
    u64 address = PHYSICAL_ADDRESS(at);
    struct extent_page *page;

    if (size == 0 || failed) return;
    checksum = add_checksum(checksum, at, size);
    length += size;
    page = last_page;
    if (page && page->extents[page->count - 1].address + page->extents[page->count - 1].length == address) {
        page->extents[page->count - 1].length += size;
        return;
    }
    if (!page || page->count == EXTENTS) {
        page = new_page();
        if (!page) return;
        if (last_page) last_page->next = PHYSICAL_ADDRESS(page);
        else first_page = page;
        last_page = page;
    }
    page->extents[page->count].address = address;
    page->extents[page->count].length = size;
    page->count++;
    extents++;
}

static void add_text(const char *from, u64 size)
{
    u64 part;

    while (size > 0 && !failed) {
        if (!text || text_used == PAGE_SIZE) {
            text = new_page();
            text_used = 0;
            if (!text) return;
        }
        part = size < PAGE_SIZE - text_used ? size : PAGE_SIZE - text_used;
        copy_bytes(text + text_used, from, part);
        add_extent(text + text_used, part);
        text_used += part;
        from += part;
        size -= part;
    }
}

static void pad(void)
{
    add_text("\0\0\0", (4 - length % 4) % 4);
}

static void add_header(const char *name, struct inode *i, u64 size)
{
    char header[CPIO_HEADER + 1];

    format_text(header, sizeof header, "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x", i ? (u32)i->number : 0,
                i ? i->mode : 0, i ? i->user : 0, i ? i->group : 0, 1, i ? (u32)i->modified.seconds : 0, (u32)size, 0, 0, 0, 0,
                (u32)string_length(name) + 1, 0);
    add_text(header, CPIO_HEADER);
    add_text(name, string_length(name) + 1);
    pad();
}

static void add_file(struct inode *i)
{
    u64 offset, page, part;

    for (offset = 0; offset < i->size && !failed; offset += PAGE_SIZE) {
        page = data_page(i, offset / PAGE_SIZE);
        part = i->size - offset < PAGE_SIZE ? i->size - offset : PAGE_SIZE;
        add_extent(page ? KERNEL_ADDRESS(page) : zeros, part);
    }
    pad();
}

static void add_member(const char *name, struct inode *i)
{
    if (is_file(i) && i->size >> 32) log_line(LOG_ERROR, "results: %s is too large for a cpio archive", name);
    else if (is_file(i)) {
        add_header(name, i, i->size);
        add_file(i);
    } else if (is_link(i) && i->target) {
        add_header(name, i, i->size);
        add_text(i->target, i->size);
        pad();
    } else if (is_folder(i) && !i->virtual) {
        add_header(name, i, 0);
    }
}

/* Depth first; the entry that a folder is looked at for waits on the stack meanwhile. */
static void add_folder(struct inode *top)
{
    struct entry **waiting = new_page(), *e = top->first;
    char *name = new_page();
    u64 ends[DEPTH], end = 0;
    int depth = 0;

    while (!failed) {
        if (!e) {
            if (depth == 0) break;
            e = waiting[--depth]->next;
            end = ends[depth];
            continue;
        }
        if (end + string_length(e->name) + 2 > PAGE_SIZE || depth == DEPTH) {
            log_line(LOG_ERROR, "results: %s lies too deep", e->name);
            e = e->next;
            continue;
        }
        copy_string(name + end, e->name, PAGE_SIZE - end);
        add_member(name, e->inode);
        if (is_folder(e->inode) && e->inode->first) {
            waiting[depth] = e;
            ends[depth++] = end;
            end += string_length(e->name);
            name[end++] = '/';
            e = e->inode->first;
        } else {
            e = e->next;
        }
    }
}

static void add_results(const char *path)
{
    struct inode *i;
    int error = path_find(tree_root, path, 1, &i);

    if (error) {
        log_line(LOG_ERROR, "results: there is no %s", path);
        return;
    }
    add_member(".", i);
    if (is_folder(i)) add_folder(i);
    add_header(CPIO_END, NULL, 0);
}

static void write_header(int status)
{
    struct results_header *h = KERNEL_ADDRESS(PAGE_DOWN(boot_info.ram_end - PAGE_SIZE)), header;

    clear_bytes(&header, sizeof header);
    copy_bytes(header.magic, "SEEDRES1", 8);
    header.status = status;
    header.checksum = checksum;
    header.no_memory = failed;
    if (!failed) {
        header.length = length;
        header.extents = extents;
        header.first_page = first_page ? PHYSICAL_ADDRESS(first_page) : 0;
    }
    header.header_checksum = add_checksum(FNV_START, (u8 *)&header, 56);
    *h = header;
}

void write_results(int status)
{
    checksum = FNV_START;
    if (options.results && tree_root) add_results(options.results);
    if (failed) log_line(LOG_ERROR, "results: no memory left for them");
    write_header(status);
}

void power_off(int status)
{
    CHECK(check_holders());
    write_results(status);
    log_line(LOG_ALWAYS, "init ended with status %d", status);
    arch_power_off(status);
}
