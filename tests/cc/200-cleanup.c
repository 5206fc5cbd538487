/* attribute((cleanup(f))): f gets the variable's address wherever its scope is left. */
#include "show.h"
static void done(int *i) { show("done", *i); }
static void gone(const char **text) { put("gone "); put(*text); put("\n"); }
struct pair { long a, b; };
struct three { long a, b, c; };
static void clear(struct pair *p) { p->a = p->b = -1; put("cleared\n"); }
static void wipe(struct three *p) { p->a = p->b = p->c = -1; put("wiped\n"); }
#define GUARDED __attribute__((cleanup(done)))

static int early(int n) {
    GUARDED int first = 100 + n;
    if (n == 1) return first++;
    {
        int inner GUARDED = 200 + n;
        if (n == 2) return first + inner;
    }
    const char *__attribute__((__cleanup__(gone))) text = "text";
    switch (n) {
        GUARDED int never = 1;
    case 3: never = 2; {
        GUARDED int a = 300, b = 301;
        if (b) break;
        a = 0;
    }
        break;
    default:
        never = 3;
        never += 5;
        put("default\n");
    }
    return n;
}

static struct pair words(void) {
    struct pair p __attribute__((cleanup(clear))) = { 1, 2 };
    return p;
}

static struct three large(void) {
    struct three p __attribute__((cleanup(wipe))) = { 1, 2, 3 };
    return p;
}

static void jumps(void) {
    int round = 0;
again:;
    GUARDED int outer = 10 + round;
    {
        GUARDED int inner = 20 + round;
        if (round++ < 1) goto again;
        if (round == 2) goto inside;
    }
    {
        GUARDED int skipped = 0;
    inside:
        skipped = 30;
        if (round++ == 2) goto inside;
    }
    put("end of jumps\n");
}

static void arrays(int n) {
    for (GUARDED int i = 0; i < n; i++) {
        GUARDED int copy = 50 + i;
        int list[n + i];
        list[i] = i;
        GUARDED int size = sizeof list;
        if (i == 1) continue;
        if (i == 3) break;
    }
}

int main(void) {
    for (int n = 1; n <= 4; n++) SHOW(early(n));
    struct pair p = words();
    SHOW(p.a * 10 + p.b);
    struct three t = large();
    SHOW(t.a * 100 + t.b * 10 + t.c);
    jumps();
    arrays(5);
    SHOW(({ GUARDED int value = 7; value * 2; }));
    do { GUARDED int once = 60; } while (0);
    return 0;
}
