/* Values without a name, parameters and arrays of variable length whose types want more than a word's alignment. */
#include "show.h"
typedef struct { long v[4]; } __attribute__((aligned(32))) wide;
typedef struct { _Alignas(64) char c; int k; } far;
typedef struct { _Alignas(16) int k; } words;

static int wrong(const void *p, long alignment) { return ((long)p & (alignment - 1)) != 0; }

static wide make_wide(long a) {
    wide w = {{ a, a + 1, a + 2, a + 3 }};
    if (wrong(&w, 32)) put("local\n");
    return w;
}

static far make_far(int a) { return (far){ a, a }; }

static int use(wide w, far f, words x, int n) {
    return wrong(&w, 32) + 2 * wrong(&f, 64) + 4 * wrong(&x, 16) + 8 * (w.v[3] != n + 3) + 16 * (f.k != n) + 32 * (x.k != n);
}

static int deep(int n) {
    char pad[n];
    wide list[n];
    wide *literal = &(wide){{ n }};
    far *literals = (far[2]){ { 1, 2 }, { 3, 4 } };
    int bad = wrong(literal, 32) + 2 * wrong(literals, 64) + 4 * wrong(make_wide(n).v, 32) + 8 * wrong(list, 32);
    pad[0] = list[n - 1].v[3] = n;
    bad += 16 * use(make_wide(n), make_far(n), (words){ n }, n);
    return bad + (n > 1 ? deep(n - 1) : 0);
}

static int variadic(int n, ...) {
    __builtin_va_list list;
    __builtin_va_start(list, n);
    wide w = __builtin_va_arg(list, wide);
    __builtin_va_end(list);
    return w.v[3] != n || wrong(&w, 32);
}

int main(int argc, char **argv) {
    wide w = make_wide(3), chosen = argc ? w : make_wide(4);
    SHOW(deep(9));
    SHOW(variadic(6, w));
    SHOW(chosen.v[0]);
    return 0;
}
