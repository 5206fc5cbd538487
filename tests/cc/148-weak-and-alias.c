/* Weak definitions, weak references, aliases. */
#include "show.h"
int weak_defined(void) __attribute__((weak));
int weak_defined(void) { return 5; }
extern int not_there(void) __attribute__((weak));
extern int no_object __attribute__((weak));
int real_variable = 8;
extern int other_name __attribute__((alias("real_variable")));
static int hidden_function(int x) { return x * 3; }
int public_name(int) __attribute__((alias("hidden_function")));

int main(void) {
    SHOW(weak_defined());
    SHOW(not_there == 0);
    SHOW(&no_object == 0);
    if (not_there) SHOW(not_there());
    other_name++;
    SHOW(*(volatile int *)&real_variable);
    SHOW(public_name(4));
    return 0;
}
