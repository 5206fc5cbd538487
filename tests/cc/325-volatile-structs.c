/* Copies of volatile structs are volatile: a loop sees what a signal handler writes, and a read happens though nobody
   wants the value. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct state { int done, value; };
struct large { int done; char rest[300]; };
struct inner { volatile int done; int value; };
union word { struct state s; long all; };

static volatile struct state state;
static volatile struct large large;
static struct inner inner;
static volatile union word word;
static volatile struct { struct state deep[2]; } nested;

static void handler(int number) {
    state.done = 1;
    state.value = number;
    large.done = 1;
    inner.done = 1;
    inner.value = 7;
    word.s.done = 1;
    nested.deep[1].done = 1;
}

static int wait_state(void) { struct state s; do s = state; while (!s.done); return s.value; }
static int wait_large(void) { struct large s; do s = large; while (!s.done); return s.done; }
static int wait_inner(void) { struct inner s; do s = inner; while (!s.done); return s.value; }
static int wait_word(void) { union word s; do s = word; while (!s.s.done); return s.s.done; }
static int wait_nested(void) { struct state s; do s = nested.deep[1]; while (!s.done); return s.done; }
static int of_argument(struct state s) { return s.done; }
static int wait_argument(void) { int turns = 0; while (!of_argument(state)) turns = 1; return turns >= 0; }
static struct state result(void) { return state; }
static int wait_result(void) { while (!result().done) ; return 1; }

static void alarm_once(void) {
    state.done = large.done = inner.done = word.s.done = nested.deep[1].done = 0;
    signal(SIGUSR1, handler);
    fflush(stdout);
    if (fork() == 0) {
        usleep(20000);
        kill(getppid(), SIGUSR1);
        _exit(0);
    }
}

/* A page that cannot be read: whether a read was made can be seen. */
static volatile struct state *page;
static void read_all(void) { *page; }
static void read_void(void) { (void)*page; }
static void read_unused(void) { struct state unused = *page; (void)unused; }
static void write_copy(void) { struct state s = { 1, 2 }; *page = s; }
static void pass_on(void) { of_argument(*page); }

static void faults(const char *name, void (*f)(void)) {
    int status = 0;
    fflush(stdout);
    int child = fork();
    if (child == 0) { f(); _exit(0); }
    waitpid(child, &status, 0);
    printf("%s: %s\n", name, WIFSIGNALED(status) ? "done" : "left out");
}

int main(void) {
    alarm_once(); printf("state %d\n", wait_state() == SIGUSR1); wait(0);
    alarm_once(); printf("large %d\n", wait_large()); wait(0);
    alarm_once(); printf("inner %d\n", wait_inner()); wait(0);
    alarm_once(); printf("word %d\n", wait_word()); wait(0);
    alarm_once(); printf("nested %d\n", wait_nested()); wait(0);
    alarm_once(); printf("argument %d\n", wait_argument()); wait(0);
    alarm_once(); printf("result %d\n", wait_result()); wait(0);
    page = mmap(0, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    faults("statement", read_all);
    faults("void", read_void);
    faults("unused", read_unused);
    faults("written", write_copy);
    faults("passed", pass_on);
    return 0;
}
