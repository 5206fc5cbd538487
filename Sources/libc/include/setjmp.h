#ifndef _SETJMP_H
#define _SETJMP_H

#include <features.h>

/* Room for the callee-saved registers of any of the machines (riscv64 needs most: 26 words). */
typedef unsigned long jmp_buf[32];

int setjmp(jmp_buf context);
__NORETURN void longjmp(jmp_buf context, int value);
#define setjmp setjmp

#ifdef __POSIX_VISIBLE
/* No signal mask is saved: handlers run only inside raise. */
typedef jmp_buf sigjmp_buf;
#define sigsetjmp(context, save) setjmp(context)
#define siglongjmp(context, value) longjmp(context, value)
#define _setjmp(context) setjmp(context)
#define _longjmp(context, value) longjmp(context, value)
#endif

#endif
