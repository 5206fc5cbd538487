/* The console: the terminal at the machine's serial line. It is polled, at every tick and when somebody reads. */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "terminal.h"

struct terminal console;

static u8 typed[TYPED];

void console_poll(void)
{
    int c;

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
    console.window[0] = options.rows;
    console.window[1] = options.columns;
    /* The first process's. */
    console.session = console.foreground = 1;
}
