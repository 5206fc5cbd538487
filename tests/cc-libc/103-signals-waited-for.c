/* Signals that are waited for, sent with a value, or let through by pselect and ppoll; timers; System V's masks. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int caught, value;

static void handler(int number)
{
    caught = number;
}

static void with_value(int number, siginfo_t *information, void *context)
{
    caught = number;
    value = information->si_value.sival_int;
    (void)context;
}

int main(void)
{
    struct timespec none = { 0, 0 }, second = { 1, 0 };
    struct sigaction action;
    struct sigevent event;
    struct itimerspec when = { { 0, 0 }, { 0, 1000000 } };
    siginfo_t information;
    sigset_t set, empty, old;
    union sigval sent;
    int number = 0, ends[2];
    fd_set readable;
    struct pollfd file;
    timer_t timer;
    pid_t pid;

    sigemptyset(&empty);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGUSR2);
    printf("%d %d\n", sigisemptyset(&empty), sigisemptyset(&set));
    sigprocmask(SIG_BLOCK, &set, &old);
    printf("%d\n", sigtimedwait(&set, &information, &none) == -1 && errno == EAGAIN);
    raise(SIGUSR1);
    printf("%d", sigwait(&set, &number));
    printf(" %d\n", number == SIGUSR1);
    sent.sival_int = 42;
    printf("%d\n", sigqueue(getpid(), SIGUSR2, sent));
    printf("%d", sigwaitinfo(&set, &information) == SIGUSR2);
    printf(" %d %d %d\n", information.si_value.sival_int, information.si_code == SI_QUEUE, information.si_pid == getpid());

    memset(&action, 0, sizeof action);
    action.sa_sigaction = with_value;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigaction(SIGUSR2, &action, NULL);
    signal(SIGUSR1, handler);
    sent.sival_int = 43;
    sigqueue(getpid(), SIGUSR2, sent);
    printf("%d\n", caught);
    pipe(ends);
    FD_ZERO(&readable);
    FD_SET(ends[0], &readable);
    printf("%d\n", pselect(ends[0] + 1, &readable, NULL, NULL, &second, &empty) == -1 && errno == EINTR);
    printf("%d %d\n", caught == SIGUSR2, value);
    raise(SIGUSR1);
    file.fd = ends[0];
    file.events = POLLIN;
    printf("%d\n", ppoll(&file, 1, &second, &empty) == -1 && errno == EINTR);
    printf("%d\n", caught == SIGUSR1);
    write(ends[1], "x", 1);
    FD_SET(ends[0], &readable);
    printf("%d\n", pselect(ends[0] + 1, &readable, NULL, NULL, &second, NULL));
    printf("%d %d\n", FD_ISSET(ends[0], &readable) != 0, ppoll(&file, 1, NULL, NULL));
    printf("%d %d\n", (int)second.tv_sec, pselect(0, NULL, NULL, NULL, &none, NULL));

    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGUSR1;
    event.sigev_value.sival_int = 9;
    printf("%d", timer_create(CLOCK_MONOTONIC, &event, &timer));
    printf(" %d", timer_settime(timer, 0, &when, NULL));
    printf(" %d", sigwaitinfo(&set, &information) == SIGUSR1);
    printf(" %d %d", information.si_value.sival_int, information.si_code == SI_TIMER);
    printf(" %d", timer_getoverrun(timer));
    printf(" %d\n", timer_delete(timer));
    event.sigev_notify = SIGEV_NONE;

    sigprocmask(SIG_SETMASK, &old, NULL);
    caught = 0;
    printf("%d", sighold(SIGUSR1));
    raise(SIGUSR1);
    printf(" %d", caught);
    printf(" %d", sigrelse(SIGUSR1));
    printf(" %d\n", caught == SIGUSR1);
    printf("%d", sigignore(SIGUSR1));
    caught = 0;
    raise(SIGUSR1);
    printf(" %d\n", caught);
    printf("%d\n", siginterrupt(SIGUSR2, 1));
    sigaction(SIGUSR2, NULL, &action);
    printf("%d\n", (action.sa_flags & SA_RESTART) != 0);
    signal(SIGUSR1, SIG_IGN);
    fflush(stdout);
    pid = fork();
    if (pid == 0) _exit(7);
    memset(&information, 0, sizeof information);
    printf("%d", waitid(P_PID, (id_t)pid, &information, WEXITED | WNOWAIT));
    printf(" %d %d %d\n", information.si_pid == pid, information.si_status, information.si_code == CLD_EXITED);
    printf("%d\n", waitpid(pid, &number, 0) == pid && WEXITSTATUS(number) == 7);
    printf("%d\n", waitid(P_ALL, 0, &information, WEXITED) == -1 && errno == ECHILD);
    return 0;
}
