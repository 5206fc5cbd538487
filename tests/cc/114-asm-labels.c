/* Another name for the linker. */
#include "show.h"
extern int renamed(int) __asm__("real_name");
int real_name(int x) { return x + 1; }
extern int variable __asm__("real_variable");
int real_variable = 5;
int defined(void) asm("defined_elsewhere");
int defined(void) { return 9; }
extern int defined_elsewhere(void);

int main(void) {
    SHOW(renamed(1));
    SHOW(variable);
    SHOW(defined());
    SHOW(defined_elsewhere());
    return 0;
}
