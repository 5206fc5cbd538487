#include <setjmp.h>
#include <bits/null.h>
#include <signal.h>

/* sigsetjmp is a macro: only the caller itself can call setjmp. */
void __signal_save(struct __signal_jump *context, int save)
{
    context->__saved = save;
    if (save)
        sigprocmask(SIG_BLOCK, NULL, (sigset_t *)&context->__mask);
}

void siglongjmp(sigjmp_buf context, int value)
{
    if (context->__saved)
        sigprocmask(SIG_SETMASK, (sigset_t *)&context->__mask, NULL);
    longjmp(context->__context, value);
}
