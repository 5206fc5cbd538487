/* Contexts of signal handlers. To switch between contexts is not there: the functions say ENOSYS. */
#ifndef _MINICC_LIBC_UCONTEXT_H
#define _MINICC_LIBC_UCONTEXT_H

#include <features.h>
#include <signal.h>
#include <bits/ucontext.h>

int getcontext(ucontext_t *context);
int setcontext(const ucontext_t *context);
void makecontext(ucontext_t *context, void (*function)(void), int count, ...);
int swapcontext(ucontext_t *old, const ucontext_t *context);

#endif
