/* What of musl is our own machine code (chain/musl), but for threads: rounding and exceptions, jumps with and without
   the signal mask, signal handlers, processes that share their parent's memory, system calls of six arguments. */
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <search.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static volatile double one = 1, three = 3, zero;
static volatile long double one_long = 1;

static void rounding(void)
{
    static const int modes[] = { FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO };
    fenv_t environment;
    int i;

    for (i = 0; i < 4; i++) {
        printf("%d", fesetround(modes[i]));
        printf(" %d ", fegetround() == modes[i]);
        printf("%a %a %ld %ld %d\n", one / three, -one / three, lrint(2.5 * one), lrint(-2.5 * one), FLT_ROUNDS);
    }
    fegetenv(&environment);
    printf("%d", fesetround(FE_UPWARD));
    printf(" %d\n", fesetround(-5) != 0);
    fesetenv(&environment);
    printf("%d\n", fegetround() == FE_TOWARDZERO);
    fesetenv(FE_DFL_ENV);
    printf("%d\n", fegetround() == FE_TONEAREST);
}

static void exceptions(void)
{
    double result;

    feclearexcept(FE_ALL_EXCEPT);
    printf("%d", fetestexcept(FE_ALL_EXCEPT));
    result = one / zero;
    printf(" %d %d", fetestexcept(FE_DIVBYZERO) == FE_DIVBYZERO, fetestexcept(FE_INVALID));
    result = zero / zero;
    printf(" %d", fetestexcept(FE_ALL_EXCEPT) == (FE_DIVBYZERO | FE_INVALID));
    feclearexcept(FE_DIVBYZERO);
    printf(" %d", fetestexcept(FE_ALL_EXCEPT) == FE_INVALID);
    feraiseexcept(FE_OVERFLOW);
    printf(" %d", fetestexcept(FE_OVERFLOW | FE_UNDERFLOW) == FE_OVERFLOW);
    fesetenv(FE_DFL_ENV);
    printf(" %d %d\n", fetestexcept(FE_ALL_EXCEPT), result != result);
}

static jmp_buf plain;
static sigjmp_buf with_mask;

static void fall(int depth, int value)
{
    if (depth > 0)
        fall(depth - 1, value);
    longjmp(plain, value);
}

static void jumps(void)
{
    volatile int turns = 0;
    int value = setjmp(plain);

    turns++;
    printf("%d %d\n", turns, value);
    if (turns < 4)
        fall(20, turns == 1 ? 0 : turns);
}

static volatile sig_atomic_t caught;

static void handler(int number)
{
    caught = number;
    if (number == SIGUSR2)
        siglongjmp(with_mask, 7);
}

static int is_blocked(int number)
{
    sigset_t set;

    sigprocmask(SIG_SETMASK, NULL, &set);
    return sigismember(&set, number);
}

static void jumps_out_of_handlers(int save)
{
    volatile int turns = 0;
    int value = sigsetjmp(with_mask, save);
    sigset_t set;

    if (turns++ == 0)
        raise(SIGUSR2);
    printf("%d %d %d\n", value, caught == SIGUSR2, is_blocked(SIGUSR2));
    sigemptyset(&set);
    sigprocmask(SIG_SETMASK, &set, NULL);
}

static void signals(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGUSR1, &action, NULL);
    sigaction(SIGUSR2, &action, NULL);
    raise(SIGUSR1);
    printf("%d\n", caught == SIGUSR1);
    jumps_out_of_handlers(1);
    jumps_out_of_handlers(0);
}

static void processes(void)
{
    char *words[] = { "nowhere", NULL };
    int status = 0;
    pid_t process;

    fflush(stdout);
    printf("%d\n", posix_spawn(&process, "/nowhere", NULL, NULL, words, environ) == ENOENT);
    process = fork();
    if (process == 0)
        _exit(9);
    waitpid(process, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, 3);
}

int main(void)
{
    char rows[5][3] = { "ab", "cd", "ef" };
    size_t count = 3;
    char *page;

    rounding();
    exceptions();
    jumps();
    signals();
    processes();
    page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    page[4095] = 'x';
    printf("%c", page[4095]);
    printf(" %d\n", munmap(page, 4096));
    printf("%d", (int)((char *)lfind("cd", rows, &count, 3, compare) - rows[0]));
    printf(" %d", lfind("gh", rows, &count, 3, compare) == NULL);
    printf(" %d", (int)((char *)lsearch("gh", rows, &count, 3, compare) - rows[0]));
    printf(" %s %d %Lf\n", rows[3], (int)count, sqrtl(one_long * 2));
    printf("%.12f %.12f\n", log(three), log(1 + 0x1p-20));
    return 0;
}
