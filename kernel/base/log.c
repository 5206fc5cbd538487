/* The log: to the console by level, to the machine's second channel and the memory in full. */
#include "arch.h"
#include "base.h"
#include "screen.h"

enum { RING = 16384 };

int log_level = LOG_KILLED;

static char ring[RING];
static u64 written;

static void put(int c, int on_console)
{
    ring[written++ % RING] = c;
    arch_log_put(c);
    if (!on_console) return;
    if (c == '\n') console_put('\r');
    console_put(c);
}

static void put_text(const char *text, int on_console)
{
    while (*text) put(*text++, on_console);
}

void log_line(int level, const char *format, ...)
{
    char line[512];
    va_list arguments;

    va_start(arguments, format);
    format_arguments(line, sizeof line, format, arguments);
    va_end(arguments);
    put_text("kernel: ", level <= log_level);
    put_text(line, level <= log_level);
    put('\n', level <= log_level);
    screen_show();
}

void log_text(const char *text)
{
    put_text(text, 1);
}

u64 log_size(void)
{
    return written < RING ? written : RING;
}

void log_copy(char *to, u64 before_end, u64 size)
{
    u64 i;

    for (i = 0; i < size; i++) to[i] = ring[(written - before_end + i) % RING];
}
