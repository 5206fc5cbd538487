#include <signal.h>
#include <stdio.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(strsignal);

void __psignal(int number, const char *message)
{
    if (message && *message) fprintf(stderr, "%s: ", message);
    fprintf(stderr, "%s\n", __strsignal(number));
}
PUBLIC_NAME(psignal);

void __psiginfo(const siginfo_t *information, const char *message)
{
    __psignal(information->si_signo, message);
}
PUBLIC_NAME(psiginfo);
