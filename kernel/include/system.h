/* The system calls, for traps.c. */
#ifndef SYSTEM_H
#define SYSTEM_H

#include "types.h"

struct frame;

/* A result that no call has: the frame holds what the program shall go on with. */
#define KEEP_FRAME (1L << 62)

/* -ERESTART: a signal came first. */
s64 system_call(u64 number, u64 *arguments, struct frame *f);

/* 512 functions by number would hide what they take: each gets the six argument words. */
typedef s64 (*call_function)(u64 *a);

#define CALL_DECLARATION(name, amd64, generic, arguments) s64 call_ ## name(u64 *a);

#endif
