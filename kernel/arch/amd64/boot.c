/* What the loader tells, PVH's or Multiboot2's, as boot_info. Nothing of it is read later. */
#include "arch.h"
#include "base.h"
#include "machine_code.h"
#include "amd64.h"

struct boot_info boot_info;

/* entry.P1pp knows its size. */
u64 boot_stack[0x4000 / 8];

struct pvh_start {
    u32 magic, version, flags, module_count;
    u64 modules, command_line, acpi, memory;
    u32 memory_count, reserved;
};

struct pvh_module {
    u64 start, size, command_line, reserved;
};

struct pvh_memory {
    u64 start, size;
    u32 type, reserved;
};

enum { PVH_MAGIC = 0x336ec578, PVH_RAM = 1 };

/*
 * The image is at 1 MiB; what is below is left to the loader, and what there is room for behind KERNEL_OFFSET is used. The tables
 * of entry.P1pp reach to 4 GiB: what the loader tells lies below, and so do the first pages of memory, which the kernel's own tables
 * take. The end of RAM, as the host's shared memory file shows it, is below as well: a PC has its devices there, and the file
 * goes on with what is above 4 GiB.
 */
#define LOWEST 0x100000UL
#define HIGHEST 0x8000000000UL

static u8 *acpi_root;

static void *at(u64 physical)
{
    return (void *)(physical + KERNEL_OFFSET);
}

static void add_memory(u64 start, u64 size)
{
    u64 end = start + size;
    struct memory_range *range = &boot_info.memory[boot_info.memory_count];

    if (start < LOWEST) start = LOWEST;
    if (end > HIGHEST) end = HIGHEST;
    if (start >= end || boot_info.memory_count == (int)COUNT_OF(boot_info.memory)) return;
    range->start = start;
    range->size = end - start;
    boot_info.memory_count++;
    if (start < BOOT_TABLES_END && end > boot_info.ram_end) boot_info.ram_end = end;
}

static void read_pvh(struct pvh_start *start)
{
    struct pvh_memory *memory = at(start->memory);
    struct pvh_module *module = at(start->modules);
    u32 i;

    for (i = 0; i < start->memory_count; i++)
        if (memory[i].type == PVH_RAM) add_memory(memory[i].start, memory[i].size);
    if (start->module_count > 0) {
        boot_info.initrd_start = module->start;
        boot_info.initrd_size = module->size;
    }
    if (start->acpi) acpi_root = at(start->acpi);
    if (start->command_line) copy_string(boot_info.command_line, at(start->command_line), sizeof boot_info.command_line);
}

/* ---- Multiboot2: tags of type and size, each at a multiple of 8 ---- */

struct tag {
    u32 type, size;
};

struct module_tag {
    u32 type, size, start, end;
};

struct memory_tag {
    u32 type, size, entry_size, version;
};

struct memory_entry {
    u64 start, size;
    u32 type, reserved;
};

struct screen_tag {
    u32 type, size;
    u64 address;
    u32 pitch, width, height;
    u8 bits, kind;
    u16 reserved;
    struct colour_bits red, green, blue;
};

enum { DIRECT_COLOURS = 1, PRESENT = 1, WRITABLE = 2, LARGE = 0x80 };
#define GIB 0x40000000UL
#define LARGE_PAGE 0x200000UL

enum { TAG_END, TAG_COMMAND_LINE, TAG_MODULE = 3, TAG_MEMORY = 6, TAG_SCREEN = 8, TAG_OLD_ACPI = 14, TAG_ACPI, MEMORY_AVAILABLE = 1 };

static void read_memory_tag(struct memory_tag *tag)
{
    u8 *at = (u8 *)(tag + 1), *end = (u8 *)tag + tag->size;
    struct memory_entry *entry;

    if (tag->entry_size < sizeof *entry) panic("the loader's list of memory has entries of %u bytes", tag->entry_size);
    for (; at + sizeof *entry <= end; at += tag->entry_size) {
        entry = (struct memory_entry *)at;
        if (entry->type == MEMORY_AVAILABLE) add_memory(entry->start, entry->size);
    }
}

/* One GiB more in the boot code's tables, for a screen above 4 GiB: the last entry of the root leads to a table with an entry for each GiB. */
static void map_high(u64 address)
{
    static u64 pages[512] __attribute__((aligned(4096)));
    u64 *root = at(read_cr3()), *table = at(root[511] & ~0xfffUL);
    u64 i;

    for (i = 0; i < 512; i++) pages[i] = address / GIB * GIB + i * LARGE_PAGE + (PRESENT | WRITABLE | LARGE);
    table[address / GIB] = (u64)pages - KERNEL_OFFSET + (PRESENT | WRITABLE);
}

/* Points with red, green and blue in bits of their own. */
static void read_screen_tag(struct screen_tag *tag)
{
    struct frame_buffer *f = &boot_info.frame_buffer;
    u64 last = tag->address + (u64)tag->pitch * tag->height - 1;

    if (tag->kind != DIRECT_COLOURS || tag->bits < 15 || tag->bits > 32 || last >= HIGHEST) return;
    if (last >= BOOT_TABLES_END) {
        if (tag->address / GIB != last / GIB) return;
        map_high(tag->address);
    }
    f->address = tag->address;
    f->pitch = tag->pitch;
    f->width = tag->width;
    f->height = tag->height;
    f->point_size = (tag->bits + 7) / 8;
    f->red = tag->red;
    f->green = tag->green;
    f->blue = tag->blue;
}

/* The tags begin behind the size of all and a word of nothing. */
static void read_multiboot(u8 *information)
{
    u8 *at = information + 8, *end = information + *(u32 *)information;
    struct module_tag *module;
    struct tag *tag;

    for (; at + sizeof *tag <= end; at += (tag->size + 7) & ~7UL) {
        tag = (struct tag *)at;
        if (tag->size < sizeof *tag || tag->size > (u64)(end - at)) panic("the loader's information has a tag of %u bytes", tag->size);
        if (tag->type == TAG_END) break;
        switch (tag->type) {
        case TAG_COMMAND_LINE:
            copy_string(boot_info.command_line, (char *)(tag + 1), sizeof boot_info.command_line);
            break;
        case TAG_MODULE:
            module = (struct module_tag *)tag;
            boot_info.initrd_start = module->start;
            boot_info.initrd_size = module->end - module->start;
            break;
        case TAG_MEMORY: read_memory_tag((struct memory_tag *)tag); break;
        case TAG_SCREEN: read_screen_tag((struct screen_tag *)tag); break;
        /* Both have a copy of the root pointer; the newer one, which points farther, is the later one. */
        case TAG_OLD_ACPI:
        case TAG_ACPI: acpi_root = (u8 *)(tag + 1);
        }
    }
}

/* From entry.P1pp, on boot_stack. */
void amd64_boot(u32 information, int is_multiboot)
{
    struct pvh_start *start = at(information);

    amd64_set_up_traps();
    if (is_multiboot) read_multiboot(at(information));
    else if (start->magic == PVH_MAGIC) read_pvh(start);
    else panic("the loader's boot information is not PVH's");
    acpi_read(acpi_root);
    keyboard_init();
    kernel_main();
}
