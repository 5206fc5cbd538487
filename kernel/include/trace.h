/* trace=syscalls: a line for each call, as strace shows it (calls/trace.c). */
#ifndef TRACE_H
#define TRACE_H

#include "types.h"

void trace_call(const char *name, u64 *arguments, int count);
void trace_number(u64 number, u64 *arguments);
void trace_result(s64 result);

#endif
