/*
 * fault=WHAT: the kernel does what it must never do, to show what becomes of it: a panic that names the place, and
 * a status of its own. On a process's stack, since that is where a real fault would be.
 */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "memory.h"
#include "process.h"

static u64 data[2];

static void read_nothing(void)
{
    data[1] = *(volatile u64 *)data[0];
}

static void write_text(void)
{
    *(volatile u8 *)ELF_base = 0;
}

static void run_data(void)
{
    void (*function)(void) = (void (*)(void))(u64)data;

    function();
}

static u64 use_up_stack(u64 depth)
{
    volatile u64 room[64];

    room[depth % 64] = depth;
    return use_up_stack(depth + 1) + room[depth % 64];
}

/* Where the program goes on; its page is there, so nothing but the processor's watch over the kernel is in the way. */
static u64 program_code(void)
{
    u64 pc = frame_pc(current_thread->frame);

    if (space_fault(current->space, pc, PAGE_EXECUTE) < 0) panic("init has no code");
    return pc;
}

/* What the processor must refuse the kernel: the memory of programs, where it can (docs/kernel.md), and their code. */
static void touch_program(void)
{
    data[1] = *(volatile u8 *)program_code();
}

static void run_program(void)
{
    void (*function)(void) = (void (*)(void))program_code();

    function();
}

void break_on_purpose(void)
{
    const char *what = options.fault;

    if (strings_equal(what, "read")) read_nothing();
    else if (strings_equal(what, "text")) write_text();
    else if (strings_equal(what, "data")) run_data();
    else if (strings_equal(what, "stack")) use_up_stack(0);
    else if (strings_equal(what, "touch")) touch_program();
    else if (strings_equal(what, "run")) run_program();
    panic("fault=%s was asked for", what);
}
