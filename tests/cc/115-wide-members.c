/* Members far into large structs and arrays. */
#include "show.h"
struct huge { char before[40000]; int x; char between[100000]; long y; short tail[3]; };
static struct huge g[2];
static int get(struct huge *p) { return p->x + p->y + p->tail[2]; }
static void set(struct huge *p, int n) { p->x = n; p->y = n * 10; p->tail[2] = n * 100; }

int main(void) {
    set(&g[1], 3);
    SHOW(get(g + 1));
    SHOW(get(g));
    SHOW((char *)&g[1].y - (char *)g);
    struct huge local;
    set(&local, 5);
    local.before[39999] = 1;
    SHOW(get(&local) + local.before[39999]);
    struct huge copy = local;
    SHOW(get(&copy));
    int big[30000];
    for (int i = 0; i < 30000; i++) big[i] = i;
    SHOW(big[29999] + big[12345]);
    return 0;
}
