/*
 * The console: the terminal at the machine's serial line, and at its screen and keyboard where it has them. It is polled, and the screen
 * is drawn, at every tick and when somebody reads.
 */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "screen.h"
#include "terminal.h"

struct terminal console;

static u8 typed[TYPED];

/* A real serial line takes 87 microseconds for a byte, whether somebody listens or not. */
void console_put(int byte)
{
    if (!options.serial_is_off || screen.rows == 0) arch_console_put(byte);
    screen_write(byte);
}

/* A fifth of the time at most, so that programs get their turns while they write more than can be drawn. */
static void show(void)
{
    static u64 not_before;
    u64 now = arch_nanoseconds();

    if (now < not_before) return;
    screen_show();
    not_before = now + 5 * (arch_nanoseconds() - now);
}

void console_poll(void)
{
    int c;

    show();
    /* What finds no room stays with the sender. */
    while (terminal_has_room(&console) && (c = arch_console_get()) >= 0) terminal_take(&console, c);
}

/* As on Linux it becomes nobody's controlling terminal by being opened. */
int console_open(struct file *f)
{
    terminal_attach(f, &console);
    return 0;
}

void console_init(void)
{
    terminal_init(&console, typed);
    console.device.number = 0x501;
    copy_string(console.name, "/dev/console", sizeof console.name);
    console.window[0] = options.rows ? options.rows : screen.rows ? screen.rows : 24;
    console.window[1] = options.columns ? options.columns : screen.columns ? screen.columns : 80;
    /* The first process's. */
    console.session = console.foreground = 1;
}
