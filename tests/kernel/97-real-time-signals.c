/* Real-time signals come as often as they were sent, in their order, lowest numbers first, with their values. */
#include "check.h"

static int count;

static struct {
    int number, code, value, process, user;
} seen[64];

static void on_signal(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (count < 64) {
        seen[count].number = number;
        seen[count].code = info->si_code;
        seen[count].value = info->si_value.sival_int;
        seen[count].process = info->si_pid;
        seen[count].user = (int)info->si_uid;
        count++;
    }
}

static long queue(pid_t process, int number, int code, int value)
{
    siginfo_t info;

    memset(&info, 0, sizeof info);
    info.si_signo = number;
    info.si_code = code;
    info.si_pid = getpid();
    info.si_uid = getuid();
    info.si_value.sival_int = value;
    return syscall(SYS_rt_sigqueueinfo, process, number, &info);
}

static void send_to_parent(void)
{
    for (int k = 0; k < 3; k++) {
        GIVES(0, queue(getppid(), 40, SI_QUEUE, 100 + k));
        GIVES(0, queue(getppid(), 39, SI_QUEUE, 200 + k));
    }
    GIVES(0, kill(getppid(), 40));
    FAILS(EPERM, queue(getppid(), 40, SI_USER, 1));
    FAILS(EPERM, queue(getppid(), 40, SI_TKILL, 1));
}

int main(void)
{
    struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO };
    struct timespec none = { 0, 0 };
    siginfo_t info;
    sigset_t set, old;

    sigemptyset(&set);
    for (int number = 36; number < 50; number++) {
        GIVES(0, sigaction(number, &action, NULL));
        sigaddset(&set, number);
    }
    sigaddset(&set, SIGUSR1);
    GIVES(0, sigaction(SIGUSR1, &action, NULL));
    GIVES(0, sigprocmask(SIG_BLOCK, &set, &old));
    GIVES(0, ending_of(send_to_parent));
    GIVES(0, kill(getpid(), SIGUSR1));
    GIVES(0, kill(getpid(), SIGUSR1));
    GIVES(0, sigprocmask(SIG_SETMASK, &old, NULL));
    /* A handler may be entered from another's beginning: then the later one ends first. */
    HOLDS(count == 8);
    {
        int ones = 0, next_39 = -1, next_40 = -1, falling_39 = 1, rising_39 = 1, falling_40 = 1, rising_40 = 1;

        for (int k = 0; k < count; k++) {
            ones += seen[k].number == SIGUSR1;
            if (seen[k].code != SI_QUEUE)
                continue;
            HOLDS(seen[k].user == (int)getuid() && seen[k].process > 0);
            if (seen[k].number == 39) {
                rising_39 &= seen[k].value > next_39;
                falling_39 &= next_39 < 0 || seen[k].value < next_39;
                next_39 = seen[k].value;
            } else {
                rising_40 &= seen[k].value > next_40;
                falling_40 &= next_40 < 0 || seen[k].value < next_40;
                next_40 = seen[k].value;
            }
        }
        HOLDS(ones == 1 && (rising_39 || falling_39) && (rising_40 || falling_40));
    }
    /* Waiting takes them one by one. */
    GIVES(0, sigprocmask(SIG_BLOCK, &set, NULL));
    GIVES(0, ending_of(send_to_parent));
    for (int k = 0; k < 3; k++) {
        GIVES(39, sigtimedwait(&set, &info, &none));
        HOLDS(info.si_value.sival_int == 200 + k && info.si_code == SI_QUEUE);
    }
    for (int k = 0; k < 3; k++) {
        GIVES(40, sigtimedwait(&set, &info, &none));
        HOLDS(info.si_value.sival_int == 100 + k && info.si_code == SI_QUEUE);
    }
    GIVES(40, sigtimedwait(&set, &info, &none));
    HOLDS(info.si_code == SI_USER);
    FAILS(EAGAIN, sigtimedwait(&set, &info, &none));
    /* What is ignored is forgotten, all of it. */
    for (int k = 0; k < 5; k++)
        GIVES(0, queue(getpid(), 41, SI_QUEUE, k));
    action.sa_flags = 0;
    action.sa_handler = SIG_IGN;
    GIVES(0, sigaction(41, &action, NULL));
    FAILS(EAGAIN, sigtimedwait(&set, &info, &none));
    FAILS(ESRCH, queue(0x3ffffff, 40, SI_QUEUE, 0));
    FAILS(EINVAL, queue(getpid(), 65, SI_QUEUE, 0));
    FAILS(EFAULT, syscall(SYS_rt_sigqueueinfo, getpid(), 40, BAD_ADDRESS));
    return finish();
}
