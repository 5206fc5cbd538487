#ifndef INTERNAL_SIGNALS_H
#define INTERNAL_SIGNALS_H

#include <signal.h>

/* What is to happen at each signal, as the program said. */
extern struct sigaction __signal_actions[NSIG];

void __signal_enter(int number, void *information, void *context);

#endif
