/* A typedef's name is an ordinary identifier wherever it cannot be a type. */
#include "show.h"

typedef int T;
typedef struct T { int T; } S;
struct U { T T; T count; };

static int f(T T) { return T + 1; }
static int g(int(T)) { return sizeof(T); }

int main(void) {
    SHOW(f(4));
    S s = { .T = 9 };
    SHOW(s.T);
    struct U u = { 1, 2 };
    SHOW(u.T + u.count);
    {
        T T = 5;
        SHOW(T * 2);
        SHOW(sizeof(T));
        SHOW((T) + 1);
    }
    {
        unsigned T;
        T = 3;
        SHOW(T);
    }
    goto T;
T:
    SHOW(g(0));
    { enum { T = 42 }; SHOW(T); }
    T last = 1;
    SHOW(last);
    return 0;
}
