/* alarm and setitimer interrupt what runs and what waits. */
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t count;

static void note(int number)
{
    (void)number;
    count++;
}

int main(void)
{
    struct itimerval often = { { 0, 10000 }, { 0, 10000 } }, never = { { 0, 0 }, { 0, 0 } };

    signal(SIGALRM, note);
    setitimer(ITIMER_REAL, &often, NULL);
    while (count < 5)
        ;
    while (count < 10)
        pause();
    setitimer(ITIMER_REAL, &never, NULL);
    alarm(1);
    pause();
    printf("%s\n", count >= 11 ? "interrupted" : "not interrupted");
    return 0;
}
