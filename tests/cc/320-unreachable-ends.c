/* __builtin_unreachable() and calls that must not return never run on into the function behind them: a branch to
   unreachable code goes the other way, as with gcc, and what has no other way ends the program. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define assume(x) ((x) ? (void)0 : __builtin_unreachable())

int sum(int a, int b) { int r = a + b; assume(a < b); return r; }
int behind_sum(void) { puts("ran on behind sum"); exit(9); }

int pick(int x) {
    switch (x) {
    case 1: return 10;
    case 2: return 20;
    case 3: __builtin_unreachable();
    case 4: return 40;
    case 5: return 50;
    case 6: return 60;
    default: return -1;
    }
}
int behind_pick(void) { puts("ran on behind pick"); exit(9); }

static inline void check(int ok) { if (!ok) __builtin_unreachable(); }
int inlined(int a) { check(a > 0); check(a > 1 || a == 0); return a * 3; }
int behind_inlined(void) { puts("ran on behind inlined"); exit(9); }

int nested(int a, int b) {
    if (a > 0) {
        if (b > 0) return 1;
        __builtin_unreachable();
    }
    return 2;
}
int behind_nested(void) { puts("ran on behind nested"); exit(9); }

__attribute__((noinline)) int only(void) { __builtin_unreachable(); }
int behind_only(void) { puts("ran on behind only"); exit(9); }

static int count;
static void comes_back(int x) { count += x; }
/* A declaration that lies: the call does return. */
__attribute__((noreturn)) void lies(int) __asm__("comes_back_after_all");
void truth(int x) __asm__("comes_back_after_all");
void truth(int x) { comes_back(x); }

int stops(int x) { if (x) lies(x); return x; }
int behind_stops(void) { puts("ran on behind stops"); exit(9); }
void ends(int x) { lies(x); }
int behind_ends(void) { puts("ran on behind ends"); exit(9); }

int many(int x) {
    switch (x) {
    case 0: return 4; case 1: return 3; case 2: return 9; case 3: return 7; case 4: return 1;
    default: __builtin_unreachable();
    }
}
int behind_many(void) { puts("ran on behind many"); exit(9); }

/* Whether a call dies of a signal. */
static void dies(const char *name, int which) {
    int status = 0;
    fflush(stdout);
    int child = fork();
    if (child == 0) {
        volatile int x = 7;
        if (which == 0) only();
        if (which == 1) stops(x);
        if (which == 2) ends(x);
        if (which == 3) many(x);
        _exit(3);
    }
    waitpid(child, &status, 0);
    printf("%s: %s\n", name, WIFSIGNALED(status) ? "a signal" : WEXITSTATUS(status) == 9 ? "ran on" : "came back");
}

int main(void) {
    volatile int two = 2, three = 3, zero = 0, minus = -1;
    printf("%d %d\n", sum(two, two), sum(two, three));
    printf("%d %d %d\n", pick(two), pick(three), pick(zero));
    printf("%d %d\n", inlined(minus), inlined(two));
    printf("%d %d\n", nested(two, zero), nested(zero, zero));
    printf("%d %d\n", stops(zero), many(two));
    dies("only", 0);
    dies("stops", 1);
    dies("ends", 2);
    dies("many", 3);
    return 0;
}
