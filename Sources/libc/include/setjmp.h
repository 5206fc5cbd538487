#ifndef _MINICC_LIBC_SETJMP_H
#define _MINICC_LIBC_SETJMP_H

#include <features.h>

/* Room for the callee-saved registers of any of the machines (riscv64 needs most: 26 words). */
typedef unsigned long jmp_buf[32];

int setjmp(jmp_buf context);
__NORETURN void longjmp(jmp_buf context, int value);
#define setjmp setjmp

#ifdef __POSIX_VISIBLE
/* With the signal mask, if `save` says so. */
struct __signal_jump {
    jmp_buf __context;
    int __saved;
    unsigned long __mask;
};
typedef struct __signal_jump sigjmp_buf[1];
void __signal_save(struct __signal_jump *context, int save);
#define sigsetjmp(context, save) (__signal_save(context, save), setjmp((context)->__context))
__NORETURN void siglongjmp(sigjmp_buf context, int value);
#define _setjmp(context) setjmp(context)
#define _longjmp(context, value) longjmp(context, value)
#endif

#endif
