/* Constructors run in the order of their priorities, and those without one last; destructors the other way round. */
#include <stdio.h>

#define RUNS(kind, name, ...) \
    __attribute__((kind __VA_ARGS__)) static void name(void) { puts(#kind " " #name); }

RUNS(constructor, plain_one)
RUNS(constructor, late, (60000))
RUNS(constructor, early, (101))
RUNS(constructor, middle, (1000))
RUNS(constructor, last, (65535))
RUNS(destructor, d_plain)
RUNS(destructor, d_early, (101))
RUNS(destructor, d_late, (60000))
RUNS(destructor, d_middle, (1000))

/* The priority of a declaration counts, and one function can be both. */
__attribute__((constructor(500), destructor(600))) void both(void);
void both(void) { puts("both"); }

int main(void) {
    puts("main");
    return 0;
}
