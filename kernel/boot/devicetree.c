/*
 * Reading the flattened device tree: a header, a stream of tokens in big-endian words (node begins, with its
 * name; property, with its length, the offset of its name and its bytes; node ends), and the names.
 */
#include "arch.h"
#include "base.h"
#include "devicetree.h"
#include "memory.h"

enum { MAGIC = 0xd00dfeed, BEGIN_NODE = 1, END_NODE = 2, PROPERTY = 3, NOTHING = 4 };
enum { MAGIC_AT = 0, SIZE_AT = 4, TOKENS_AT = 8, NAMES_AT = 12 };
enum { MOST_DEPTH = 16 };

u32 devicetree_timebase;
const char *devicetree_interrupt_controller = "";

static u32 word(const u8 *p)
{
    return (u32)p[0] << 24 | (u32)p[1] << 16 | (u32)p[2] << 8 | p[3];
}

/* A number of one or two words. */
static u64 number(const u8 *p, u32 words)
{
    return words == 1 ? word(p) : (u64)word(p) << 32 | word(p + 4);
}

/* The image is the lowest thing in memory that is ours: what lies below belongs to the machine's firmware. */
static void add_memory(u64 start, u64 size)
{
    u64 image = PHYSICAL_ADDRESS(ELF_base), end = start + size;
    struct memory_range *range = &boot_info.memory[boot_info.memory_count];

    if (boot_info.memory_count == (int)COUNT_OF(boot_info.memory) || size == 0) return;
    if (boot_info.memory_count == 0 || start < boot_info.ram_start) boot_info.ram_start = start;
    if (end > boot_info.ram_end) boot_info.ram_end = end;
    if (start < image) start = image;
    if (start >= end) return;
    range->start = start;
    range->size = end - start;
    boot_info.memory_count++;
}

static void memory_property(const char *name, const u8 *value, u32 length, u32 address_words, u32 size_words)
{
    u32 step = 4 * (address_words + size_words), at;

    if (!strings_equal(name, "reg") || step == 0) return;
    for (at = 0; at + step <= length; at += step)
        add_memory(number(value + at, address_words), number(value + at + 4 * address_words, size_words));
}

static void chosen_property(const char *name, const u8 *value, u32 length)
{
    if (strings_equal(name, "bootargs"))
        copy_string(boot_info.command_line, (const char *)value, sizeof boot_info.command_line);
    else if (strings_equal(name, "linux,initrd-start"))
        boot_info.initrd_start = number(value, length / 4);
    else if (strings_equal(name, "linux,initrd-end"))
        boot_info.initrd_size = number(value, length / 4);
}

void devicetree_read(const void *tree)
{
    const u8 *base = tree, *p, *end, *value;
    const char *names, *name, *node[MOST_DEPTH];
    u32 address_words = 2, size_words = 1, length, token;
    int depth = 0;

    if (word(base + MAGIC_AT) != MAGIC) panic("the loader gave no device tree");
    names = (const char *)base + word(base + NAMES_AT);
    p = base + word(base + TOKENS_AT);
    end = base + word(base + SIZE_AT);
    while (p < end) {
        token = word(p);
        p += 4;
        if (token == BEGIN_NODE) {
            if (depth == MOST_DEPTH) panic("the device tree is too deep");
            node[depth++] = (const char *)p;
            p += (string_length((const char *)p) + 4) & ~3UL;
        } else if (token == END_NODE) {
            depth--;
        } else if (token == PROPERTY) {
            length = word(p);
            name = names + word(p + 4);
            value = p + 8;
            p = value + ((length + 3) & ~3U);
            if (depth == 1 && strings_equal(name, "#address-cells")) address_words = word(value);
            if (depth == 1 && strings_equal(name, "#size-cells")) size_words = word(value);
            if (depth != 2) continue;
            if (starts_with(node[1], "memory")) memory_property(name, value, length, address_words, size_words);
            if (strings_equal(node[1], "chosen")) chosen_property(name, value, length);
            if (starts_with(node[1], "intc") && strings_equal(name, "compatible")) devicetree_interrupt_controller = (const char *)value;
            if (strings_equal(node[1], "cpus") && strings_equal(name, "timebase-frequency")) devicetree_timebase = word(value);
        } else if (token != NOTHING) {
            break;
        }
    }
    if (boot_info.initrd_size) boot_info.initrd_size -= boot_info.initrd_start;
    if (boot_info.memory_count == 0) panic("the device tree names no memory");
}
