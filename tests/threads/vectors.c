/*
 * Threads fill all vector and floating-point registers, each with words of its own, and round each in its own way; they find all that
 * again after others ran and after handlers that fill them too. On amd64 with AVX where the processor and the kernel have it.
 */
#include <fenv.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

enum { REGISTERS = 32, WORDS = 4, THREADS = 4, ROUNDS = 60 };

typedef unsigned long long state[REGISTERS][WORDS];

#if defined(__x86_64__)

#define ALL(op) op(0) op(1) op(2) op(3) op(4) op(5) op(6) op(7) op(8) op(9) op(10) op(11) op(12) op(13) op(14) op(15)
#define LOAD(n) "vmovdqu " #n "*32(%[from]), %%ymm" #n "\n"
#define STORE(n) "vmovdqu %%ymm" #n ", " #n "*32(%[to])\n"
#define LOAD_OLD(n) "movdqu " #n "*32(%[from]), %%xmm" #n "\n"
#define STORE_OLD(n) "movdqu %%xmm" #n ", " #n "*32(%[to])\n"
#define CLOBBERED "memory", "rax", "rcx", "r11", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", \
    "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"
/* Some calls of sched_yield, and some time between them. */
#define WAIT "mov $20, %%r8\n1: mov $24, %%eax\nsyscall\nmov $20000, %%ecx\n2: dec %%ecx\njnz 2b\ndec %%r8\njnz 1b\n"

static const int registers = 16;
static int words;

static void find_out(void)
{
    words = __builtin_cpu_supports("avx") ? 4 : 2;
}

static void hold(state from, state to)
{
    if (words == 4) __asm__ volatile(ALL(LOAD) WAIT ALL(STORE) : : [from] "r"(from), [to] "r"(to) : "r8", CLOBBERED);
    else __asm__ volatile(ALL(LOAD_OLD) WAIT ALL(STORE_OLD) : : [from] "r"(from), [to] "r"(to) : "r8", CLOBBERED);
}

static void spoil(state from)
{
    if (words == 4) __asm__ volatile(ALL(LOAD) : : [from] "r"(from) : CLOBBERED);
    else __asm__ volatile(ALL(LOAD_OLD) : : [from] "r"(from) : CLOBBERED);
}

#elif defined(__aarch64__)

#define ALL(op) op(0) op(1) op(2) op(3) op(4) op(5) op(6) op(7) op(8) op(9) op(10) op(11) op(12) op(13) op(14) op(15) op(16) op(17) op(18) \
    op(19) op(20) op(21) op(22) op(23) op(24) op(25) op(26) op(27) op(28) op(29) op(30) op(31)
#define LOAD(n) "ldr q" #n ", [%[from], #" #n "*32]\n"
#define STORE(n) "str q" #n ", [%[to], #" #n "*32]\n"
#define CLOBBERED "memory", "x0", "x8", "x9", "x10", "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14", \
    "v15", "v16", "v17", "v18", "v19", "v20", "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31"
#define WAIT "mov x9, #20\n1: mov x8, #124\nsvc #0\nmov x10, #20000\n2: subs x10, x10, #1\nb.ne 2b\nsubs x9, x9, #1\nb.ne 1b\n"

static const int registers = 32, words = 2;

static void find_out(void)
{
}

static void hold(state from, state to)
{
    __asm__ volatile(ALL(LOAD) WAIT ALL(STORE) : : [from] "r"(from), [to] "r"(to) : CLOBBERED);
}

static void spoil(state from)
{
    __asm__ volatile(ALL(LOAD) : : [from] "r"(from) : CLOBBERED);
}

#else

#define ALL(op) op(0) op(1) op(2) op(3) op(4) op(5) op(6) op(7) op(8) op(9) op(10) op(11) op(12) op(13) op(14) op(15) op(16) op(17) op(18) \
    op(19) op(20) op(21) op(22) op(23) op(24) op(25) op(26) op(27) op(28) op(29) op(30) op(31)
#define LOAD(n) "fld f" #n ", " #n "*32(%[from])\n"
#define STORE(n) "fsd f" #n ", " #n "*32(%[to])\n"
#define CLOBBERED "memory", "a0", "a7", "t0", "t1", "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12", "f13", "f14", \
    "f15", "f16", "f17", "f18", "f19", "f20", "f21", "f22", "f23", "f24", "f25", "f26", "f27", "f28", "f29", "f30", "f31"
#define WAIT "li t0, 20\n1: li a7, 124\necall\nli t1, 20000\n2: addi t1, t1, -1\nbnez t1, 2b\naddi t0, t0, -1\nbnez t0, 1b\n"

static const int registers = 32, words = 1;

static void find_out(void)
{
}

static void hold(state from, state to)
{
    __asm__ volatile(ALL(LOAD) WAIT ALL(STORE) : : [from] "r"(from), [to] "r"(to) : CLOBBERED);
}

static void spoil(state from)
{
    __asm__ volatile(ALL(LOAD) : : [from] "r"(from) : CLOBBERED);
}

#endif

static void fill(state s, unsigned long long seed)
{
    for (int r = 0; r < REGISTERS; r++)
        for (int w = 0; w < WORDS; w++)
            s[r][w] = seed = seed * 6364136223846793005ull + 1442695040888963407ull;
}

static volatile sig_atomic_t handled;

static void handler(int number)
{
    state other;

    (void)number;
    fill(other, (unsigned long long)++handled);
    spoil(other);
}

static int wrong[THREADS];

static void *keep(void *argument)
{
    static const int ways[THREADS] = { FE_TONEAREST, FE_TOWARDZERO, FE_UPWARD, FE_DOWNWARD };
    long id = (long)argument;
    state mine, found;
    volatile double one = 1, three = 3, third;

    fesetround(ways[id]);
    third = one / three;
    for (int round = 0; round < ROUNDS; round++) {
        fill(mine, (unsigned long long)(id * 1000 + round));
        hold(mine, found);
        for (int r = 0; r < registers; r++)
            for (int w = 0; w < words; w++)
                wrong[id] += mine[r][w] != found[r][w];
        wrong[id] += fegetround() != ways[id] || one / three != third;
    }
    return NULL;
}

int main(void)
{
    struct itimerval often = { { 0, 3000 }, { 0, 3000 } };
    pthread_t threads[THREADS];

    find_out();
    signal(SIGALRM, handler);
    setitimer(ITIMER_REAL, &often, NULL);
    for (long k = 0; k < THREADS; k++)
        pthread_create(&threads[k], NULL, keep, (void *)k);
    for (int k = 0; k < THREADS; k++) {
        pthread_join(threads[k], NULL);
        printf("thread %d: %d wrong\n", k, wrong[k]);
    }
    printf("handlers: %s\n", handled > 3 ? "some" : "none");
    printf("registers of %d bits\n", words * 64);
    return 0;
}
