/* What a program must not do ends it, with the signal that belongs to it, and nobody else. */
#include "check.h"
#include <sys/mman.h>

static volatile char *target;
static volatile int zero;

static void read_it(void)
{
    (void)*target;
}

static void write_it(void)
{
    *target = 1;
}

static void call_it(void)
{
    ((void (*)(void))(unsigned long)target)();
}

static void divide(void)
{
    zero = 2 / zero;
}

/* The machine instruction in these bytes, in a page of its own. */
static void run(const char *bytes, size_t size)
{
    char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    memcpy(page, bytes, size);
    mprotect(page, 4096, PROT_READ | PROT_EXEC);
    target = page;
    call_it();
}

static void illegal(void)
{
#if defined(__x86_64__)
    run("\x0f\x0b", 2);
#else
    run("\0\0\0\0", 4);
#endif
}

/* hlt; msr daifset, #2; csrw mstatus, x0 */
static void privileged(void)
{
#if defined(__x86_64__)
    run("\xf4", 1);
#elif defined(__aarch64__)
    run("\xdf\x42\x03\xd5", 4);
#else
    run("\x73\x10\x00\x30", 4);
#endif
}

static void breakpoint(void)
{
#if defined(__x86_64__)
    run("\xcc", 1);
#elif defined(__aarch64__)
    run("\x00\x00\x20\xd4", 4);
#else
    run("\x73\x00\x10\x00", 4);
#endif
}

static int deep(int depth)
{
    volatile char room[1000];

    room[0] = (char)depth;
    return depth < 0 ? 0 : deep(depth + 1) + room[0];
}

static void overflow(void)
{
    zero = deep(0);
}

static void expect(const char *what, int signal_number, void (*action)(void), void *address)
{
    int status;

    target = address;
    status = ending_of(action);
    if (status != 128 + signal_number)
        printf("%s: status %d\n", what, status);
}

int main(void)
{
    static const char constant[] = "constant";
    static char data[] = "\xc3";
    char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    expect("read null", SIGSEGV, read_it, NULL);
    expect("write null", SIGSEGV, write_it, NULL);
    expect("call null", SIGSEGV, call_it, NULL);
    expect("read unmapped", SIGSEGV, read_it, (void *)0x123456789000);
    expect("write text", SIGSEGV, write_it, (void *)(unsigned long)main);
    expect("write constant", SIGSEGV, write_it, (void *)constant);
    expect("call data", SIGSEGV, call_it, data);
    expect("call heap", SIGSEGV, call_it, page);
    expect("call stack", SIGSEGV, call_it, &page);
    expect("read kernel", SIGSEGV, read_it, KERNEL_ADDRESS);
    expect("write kernel", SIGSEGV, write_it, KERNEL_ADDRESS);
    expect("call kernel", SIGSEGV, call_it, KERNEL_ADDRESS);
    expect("read the last byte", SIGSEGV, read_it, (void *)-1l);
    expect("no such address", SIGSEGV, read_it, (void *)0x8000000000000000);
    expect("stack overflow", SIGSEGV, overflow, NULL);
    expect("illegal instruction", SIGILL, illegal, NULL);
    expect("breakpoint", SIGTRAP, breakpoint, NULL);
#if defined(__x86_64__)
    expect("privileged instruction", SIGSEGV, privileged, NULL);
    expect("division by zero", SIGFPE, divide, NULL);
#else
    expect("privileged instruction", SIGILL, privileged, NULL);
    /* These machines' division has a result for it. */
    HOLDS(ending_of(divide) == 0);
#endif
    return finish();
}
