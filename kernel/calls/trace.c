/*
 * A line for each system call. The call is written when it begins and its result when it ends, so a call that never
 * returns is seen; when another process's calls come between, the result says whose it is.
 */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "system.h"
#include "trace.h"

static struct thread *last;

static int is_printable(const char *s)
{
    for (; *s; s++)
        if (*s < ' ' || *s > '~') return 0;
    return 1;
}

/* An argument as text, if it looks like the address of one. */
static void put_argument(u64 value)
{
    char text[64], line[80];
    s64 length = value >= 0x1000 && value < USER_TOP ? copy_in_string(text, value, sizeof text) : -1;

    if (length > 0 && is_printable(text)) format_text(line, sizeof line, "\"%s\"", text);
    else if (value < 0x10000) format_text(line, sizeof line, "%lu", value);
    else if ((s64)value < 0 && (s64)value > -4096) format_text(line, sizeof line, "%ld", (s64)value);
    else format_text(line, sizeof line, "0x%lx", value);
    log_text(line);
}

static void begin(const char *name, u64 *arguments, int count)
{
    char line[48];
    int i;

    if (last) log_text("…\n");
    last = current_thread;
    format_text(line, sizeof line, "[%d %s] %s(", current_thread->id, current_thread->name, name);
    log_text(line);
    for (i = 0; i < count; i++) {
        if (i) log_text(", ");
        put_argument(arguments[i]);
    }
    log_text(")");
}

void trace_call(const char *name, u64 *arguments, int count)
{
    begin(name, arguments, count);
    /* These do not come back. */
    if (!starts_with(name, "exit")) return;
    log_text("\n");
    last = NULL;
}

void trace_number(u64 number, u64 *arguments)
{
    char name[24];

    format_text(name, sizeof name, "call_%lu", number);
    begin(name, arguments, 6);
}

void trace_result(s64 result)
{
    char line[64];

    if (last != current_thread) {
        if (last) log_text("…\n");
        format_text(line, sizeof line, "[%d %s] …", current_thread->id, current_thread->name);
        log_text(line);
    }
    last = NULL;
    if (result == KEEP_FRAME) format_text(line, sizeof line, "\n");
    else if (result < 0 && result > -4096) format_text(line, sizeof line, " = -%ld\n", -result);
    else if (result < 0x10000) format_text(line, sizeof line, " = %ld\n", result);
    else format_text(line, sizeof line, " = 0x%lx\n", result);
    log_text(line);
}
