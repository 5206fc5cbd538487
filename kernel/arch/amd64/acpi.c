/*
 * What the firmware's ACPI tables tell: how many processors there are, where a timer of known rate is, and how the machine is
 * switched off. They are read at boot, as long as the boot code's tables map them; nothing of them is used later.
 *
 * The tables are found from the root pointer, by way of a list of addresses. Each begins with a header: a signature of
 * four letters, its size. Fields lie where they do not need to be aligned.
 */
#include "arch.h"
#include "base.h"
#include "machine_code.h"
#include "memory.h"
#include "amd64.h"

enum { HEADER_SIZE = 36, HEADER_LENGTH = 4 };

/* The root pointer: the first version has 20 bytes and a list of 32-bit addresses, the second one of 64 bits as well. */
enum { ROOT_SIZE = 20, ROOT_REVISION = 15, ROOT_LIST = 16, ROOT_LONG_LIST = 24 };

/* The fixed description (FADT, signature FACP). */
enum {
    FIXED_CODE = 40, FIXED_COMMAND = 48, FIXED_ENABLE = 52, FIXED_CONTROL_A = 64, FIXED_CONTROL_B = 68, FIXED_TIMER = 76,
    FIXED_FLAGS = 112, FIXED_LONG_CODE = 140, FIXED_SLEEP_REGISTER = 244, TIMER_HAS_32_BITS = 1 << 8, HARDWARE_IS_REDUCED = 1 << 20
};

/* The list of interrupt controllers (MADT, signature APIC): entries of type, size, … */
enum { CONTROLLERS_FIRST = 44, LOCAL = 0, LOCAL_FLAGS = 4, LOCAL_LONG = 9, LOCAL_LONG_FLAGS = 8, IS_ENABLED = 1 };

/* The control registers' bits. */
enum { ACPI_MODE = 1, SLEEP_TYPE_AT = 10, SLEEP = 1 << 13, REDUCED_TYPE_AT = 2, REDUCED_SLEEP = 1 << 5 };

struct acpi acpi = { 1 };

static u8 sleep_type_a, sleep_type_b, mode_value;
static int knows_sleep_type, control_a, control_b, mode_port;

static u64 number(const u8 *p, int size)
{
    u64 value = 0;

    copy_bytes(&value, p, size);
    return value;
}

static int is_summed(const u8 *p, u64 size)
{
    u8 sum = 0;

    while (size-- > 0) sum += *p++;
    return sum == 0;
}

static int has_letters(const u8 *p, const char *letters)
{
    while (*letters)
        if (*p++ != (u8)*letters++) return 0;
    return 1;
}

/* A table at this address; NULL if the boot code's tables do not map it, or it is damaged. */
static const u8 *table_at(u64 physical, u32 *size)
{
    const u8 *p = KERNEL_ADDRESS(physical);

    if (physical == 0 || physical + HEADER_SIZE > BOOT_TABLES_END) return NULL;
    *size = number(p + HEADER_LENGTH, 4);
    if (*size < HEADER_SIZE || physical + *size > BOOT_TABLES_END || !is_summed(p, *size)) return NULL;
    return p;
}

/*
 * The code that describes the devices is not run. In it the package _S5_ has what the control registers want to hear for power-off:
 * its name behind the operator 0x08, then 0x12, the package's length (the first byte's upper two bits count those
 * that follow), the number of elements, and the elements: 0x00, 0x01, or 0x0a and a byte.
 */
enum { SMALLEST_PACKAGE = 10 };

static const u8 *element(const u8 *p, u8 *value)
{
    if (*p == 0x0a) p++;
    *value = *p;
    return p + 1;
}

static void find_sleep_type(const u8 *p, u32 size)
{
    const u8 *end = p + size - SMALLEST_PACKAGE;

    for (; p <= end; p++) {
        if (p[0] != 0x08 || !has_letters(p + (p[1] == '\\' ? 2 : 1), "_S5_")) continue;
        p += p[1] == '\\' ? 6 : 5;
        if (*p++ != 0x12) continue;
        p += (*p >> 6) + 2;
        element(element(p, &sleep_type_a), &sleep_type_b);
        knows_sleep_type = 1;
        return;
    }
}

static void read_fixed(const u8 *p, u32 size)
{
    u64 code_at = number(p + FIXED_CODE, 4);
    const u8 *code;
    u32 code_size;

    if (size < FIXED_FLAGS + 4) return;
    control_a = number(p + FIXED_CONTROL_A, 4);
    control_b = number(p + FIXED_CONTROL_B, 4);
    mode_port = number(p + FIXED_COMMAND, 4);
    mode_value = p[FIXED_ENABLE];
    acpi.timer_port = number(p + FIXED_TIMER, 4);
    acpi.timer_mask = number(p + FIXED_FLAGS, 4) & TIMER_HAS_32_BITS ? 0xffffffff : 0xffffff;
    if (number(p + FIXED_FLAGS, 4) & HARDWARE_IS_REDUCED) {
        control_a = control_b = acpi.timer_port = 0;
        /* Its first byte says what kind of address it has: 0 in memory. */
        if (size >= FIXED_SLEEP_REGISTER + 12 && p[FIXED_SLEEP_REGISTER] == 0) acpi.sleep_register = number(p + FIXED_SLEEP_REGISTER + 4, 8);
    }
    if (size >= FIXED_LONG_CODE + 8 && number(p + FIXED_LONG_CODE, 8)) code_at = number(p + FIXED_LONG_CODE, 8);
    code = table_at(code_at, &code_size);
    if (code) find_sleep_type(code + HEADER_SIZE, code_size - HEADER_SIZE);
}

static void read_controllers(const u8 *p, u32 size)
{
    const u8 *end = p + size;

    acpi.processors = 0;
    for (p += CONTROLLERS_FIRST; p + 2 <= end && p[1] >= 2; p += p[1]) {
        if (p[0] == LOCAL && p[LOCAL_FLAGS] & IS_ENABLED) acpi.processors++;
        if (p[0] == LOCAL_LONG && p[LOCAL_LONG_FLAGS] & IS_ENABLED) acpi.processors++;
    }
}

static void read_tables(u64 list, int address_size)
{
    u32 list_size, size, at;
    const u8 *p = table_at(list, &list_size), *table;

    if (!p) return;
    for (at = HEADER_SIZE; at + address_size <= list_size; at += address_size) {
        table = table_at(number(p + at, address_size), &size);
        if (!table) continue;
        if (has_letters(table, "FACP")) read_fixed(table, size);
        if (has_letters(table, "APIC")) read_controllers(table, size);
        /* Code that goes on with what the fixed description's begins. */
        if (has_letters(table, "SSDT") && !knows_sleep_type) find_sleep_type(table + HEADER_SIZE, size - HEADER_SIZE);
    }
}

static int is_root(const u8 *p)
{
    return has_letters(p, "RSD PTR ") && is_summed(p, ROOT_SIZE);
}

/* A BIOS leaves the root pointer in the first KiB of its data, whose segment is at 0x40e, or with its code. */
static const u8 *find_root(void)
{
    const u8 *p = KERNEL_ADDRESS(number(KERNEL_ADDRESS(0x40eUL), 2) << 4), *end = p + 1024;

    for (; p < end; p += 16)
        if (is_root(p)) return p;
    for (p = KERNEL_ADDRESS(0xe0000UL), end = KERNEL_ADDRESS(0x100000UL); p < end; p += 16)
        if (is_root(p)) return p;
    return NULL;
}

void acpi_read(const u8 *root)
{
    if (!root || !is_root(root)) root = find_root();
    if (!root) return;
    if (root[ROOT_REVISION] >= 2 && number(root + ROOT_LONG_LIST, 8)) read_tables(number(root + ROOT_LONG_LIST, 8), 8);
    else read_tables(number(root + ROOT_LIST, 4), 4);
}

/* The registers listen to nobody before the firmware has handed them over, which the kernel has left to the end. */
static void take_over(void)
{
    int tries = 1000000;

    if (!mode_port || !mode_value || in16(control_a) & ACPI_MODE) return;
    out8(mode_port, mode_value);
    while (!(in16(control_a) & ACPI_MODE) && tries-- > 0)
        ;
}

/* Comes back where there is no such thing. */
void acpi_power_off(void)
{
    if (!knows_sleep_type) return;
    if (acpi.sleep_register) {
        *(volatile u8 *)(SLEEP_REGISTER + acpi.sleep_register % PAGE_SIZE) = sleep_type_a << REDUCED_TYPE_AT | REDUCED_SLEEP;
    } else if (control_a) {
        take_over();
        out16(control_a, sleep_type_a << SLEEP_TYPE_AT | SLEEP);
        if (control_b) out16(control_b, sleep_type_b << SLEEP_TYPE_AT | SLEEP);
    }
}
