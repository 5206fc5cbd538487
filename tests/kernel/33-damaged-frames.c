/* A handler writes anything over what it shall go back to: the program may end, the system goes on. */
#include "check.h"

static unsigned long long seed;

static void damage(int number, siginfo_t *info, void *context)
{
    unsigned char *bytes = context;
    int count = 1 + (int)(seed % 40), part = seed % 3 ? 1600 : 600;

    (void)number;
    (void)info;
    for (int k = 0; k < count; k++) {
        seed = seed * 6364136223846793005ull + 1442695040888963407ull;
        bytes[(seed >> 33) % (unsigned)part] = (unsigned char)(seed >> 20 & 1 ? 255 : seed >> 24);
    }
}

static void raise_it(void)
{
    char room[4096];
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_sigaction = damage;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGUSR1, &action, NULL);
    memset(room, 0, sizeof room);
    alarm(1);
    raise(SIGUSR1);
    _exit(room[0]);
}

int main(void)
{
    for (int k = 1; k <= 400; k++) {
        seed = (unsigned long long)k * 2862933555777941757ull;
        ending_of(raise_it);
    }
    return finish();
}
