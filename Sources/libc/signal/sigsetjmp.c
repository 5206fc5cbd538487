#include <setjmp.h>
#include <bits/null.h>
#include <signal.h>
#include "../internal/names.h"

INNER_NAME(sigprocmask);

/* sigsetjmp is a macro: only the caller itself can call setjmp. */
void __signal_save(struct __signal_jump *context, int save)
{
    context->__saved = save;
    if (save)
        __sigprocmask(SIG_BLOCK, NULL, (sigset_t *)&context->__mask);
}

void __siglongjmp(sigjmp_buf context, int value)
{
    if (context->__saved)
        __sigprocmask(SIG_SETMASK, (sigset_t *)&context->__mask, NULL);
    longjmp(context->__context, value);
}
PUBLIC_NAME(siglongjmp);
