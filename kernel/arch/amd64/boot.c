/* What the PVH loader tells, as boot_info. It lies in low memory, which nothing else uses. */
#include "arch.h"
#include "base.h"
#include "machine_code.h"
#include "amd64.h"

struct boot_info boot_info;

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

/* The image is at 1 MiB; what is below is left to the loader. The tables of entry.P1pp reach to 2 GiB. */
#define LOWEST 0x100000UL
#define HIGHEST 0x80000000UL

static void *at(u64 physical)
{
    return (void *)(physical + KERNEL_OFFSET);
}

static void add_memory(u64 start, u64 size)
{
    u64 end = start + size;

    if (start < LOWEST) start = LOWEST;
    if (end > HIGHEST) end = HIGHEST;
    if (start >= end || boot_info.memory_count == COUNT_OF(boot_info.memory)) return;
    boot_info.memory[boot_info.memory_count].start = start;
    boot_info.memory[boot_info.memory_count].size = end - start;
    boot_info.memory_count++;
    if (end > boot_info.ram_end) boot_info.ram_end = end;
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
    if (start->command_line) copy_string(boot_info.command_line, at(start->command_line), sizeof boot_info.command_line);
}

/* From entry.P1pp, on boot_stack. */
void amd64_boot(u32 information)
{
    struct pvh_start *start = at(information);

    amd64_set_up_traps();
    if (start->magic != PVH_MAGIC) panic("the loader's boot information is not PVH's");
    read_pvh(start);
    kernel_main();
}
