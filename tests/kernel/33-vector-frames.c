/* Where amd64's signal frames have the state of the vectors, as debuggers and runtimes look for it; the other machines' are not looked at. */
#include "check.h"

static int is_looked_at;

static void handler(int number, siginfo_t *info, void *context)
{
#ifdef __x86_64__
    enum { STATE = 224, SOFTWARE = 464, HEADER = 512, LEGACY_AND_HEADER = 576 };
    unsigned char *frame = context, *state;
    unsigned long flags, states, present;
    unsigned magic, whole, size, end;

    memcpy(&flags, frame, 8);
    memcpy(&state, frame + STATE, 8);
    HOLDS(state != NULL && ((unsigned long)state & 63) == 0);
    HOLDS(state[0] == 0x7f && state[1] == 3);
    HOLDS((flags & 6) == 6);
    if (flags & 1) {
        memcpy(&magic, state + SOFTWARE, 4);
        memcpy(&whole, state + SOFTWARE + 4, 4);
        memcpy(&states, state + SOFTWARE + 8, 8);
        memcpy(&size, state + SOFTWARE + 16, 4);
        HOLDS(magic == 0x46505853u && size >= LEGACY_AND_HEADER && whole == size + 4);
        memcpy(&end, state + size, 4);
        HOLDS(end == 0x46505845u);
        memcpy(&present, state + HEADER, 8);
        HOLDS((states & 3) == 3 && (present & ~states) == 0);
    }
#endif
    HOLDS(number == SIGUSR1 && info->si_pid == getpid() && context != NULL);
    is_looked_at = 1;
}

int main(void)
{
    struct sigaction action;
    double before = 1.5;

    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO;
    GIVES(0, sigaction(SIGUSR1, &action, NULL));
    raise(SIGUSR1);
    HOLDS(is_looked_at && before * 2 == 3);
    return finish();
}
