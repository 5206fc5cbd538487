/* From a system call's number to its function. */
#include "base.h"
#include "boot.h"
#include "linux.h"
#include "process.h"
#include "system.h"
#include "trace.h"

SYSTEM_CALLS(CALL_DECLARATION)

struct call {
    u16 number, arguments;
    const char *name;
    call_function function;
};

#define CALL_ROW(name, amd64, generic, arguments) { CALL_NUMBER(amd64, generic), arguments, #name, call_ ## name },

static const struct call list[] = { SYSTEM_CALLS(CALL_ROW) };

enum { NUMBERS = 512 };

/* Row of the list, plus 1, by number. */
static u16 rows[NUMBERS];
static u8 reported[NUMBERS / 8];

static void fill_rows(void)
{
    u64 i;

    for (i = 0; i < COUNT_OF(list); i++)
        if (list[i].number < NUMBERS) rows[list[i].number] = i + 1;
}

static void report_unknown(u64 number)
{
    if (number >= NUMBERS || reported[number / 8] & 1 << number % 8) return;
    reported[number / 8] |= 1 << number % 8;
    log_line(LOG_DEBUG, "%d (%s): there is no system call %lu", current_thread->id, current_thread->name, number);
}

s64 system_call(u64 number, u64 *arguments, struct frame *f)
{
    const struct call *call;
    s64 result;

    if (!rows[list[0].number]) fill_rows();
    call = number < NUMBERS && rows[number] ? &list[rows[number] - 1] : NULL;
    if (options.trace_calls && call) trace_call(call->name, arguments, call->arguments);
    if (call) result = call->function(arguments);
    else {
        result = arch_system_call(number, f);
        if (result == -ENOSYS) report_unknown(number);
        if (options.trace_calls) trace_number(number, arguments);
    }
    if (options.trace_calls) trace_result(result);
    return result;
}
