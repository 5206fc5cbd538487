#include <signal.h>
#include <stdio.h>
#include <string.h>

void psignal(int number, const char *message)
{
    if (message && *message) fprintf(stderr, "%s: ", message);
    fprintf(stderr, "%s\n", strsignal(number));
}

void psiginfo(const siginfo_t *information, const char *message)
{
    psignal(information->si_signo, message);
}
