/* typeof of expressions and types, with qualifiers, arrays, functions. */
#include "show.h"

static const int constant = 3;
static int table[4] = { 1, 2, 3, 4 };
static int function(char c) { return c; }
typeof(function) other;
int other(char c) { return c + 1; }
#define SWAP(a, b) do { typeof(a) t_ = (a); (a) = (b); (b) = t_; } while (0)
#define ARRAY(T, n) typeof(typeof(T)[n])

int main(void) {
    typeof(constant) c = 5;
    typeof(&table) p = &table;
    typeof(table) copy = { 5, 6 };
    typeof(table[0]) *first = table;
    typeof(int *) a, b;
    a = b = table;
    SHOW(sizeof copy + sizeof a + sizeof b);
    SHOW((*p)[2] + copy[1] + *first + c);
    int x = 1, y = 2;
    SWAP(x, y);
    SHOW(x * 10 + y);
    typeof(x++) z = x;
    SHOW(x + z);
    ARRAY(char, 3) chars[2];
    SHOW(sizeof chars);
    SHOW(other('a'));
    __typeof__(function) *f = other;
    SHOW(f(1));
    typeof(1 ? 1 : 2.0) d = 3;
    SHOW(d / 2 * 10);
    unsigned char u = 255;
    typeof(u + 0) wide = u;
    SHOW(wide + 1);
    __auto_type inferred = &u;
    SHOW(*inferred);
    int n = 3;
    typeof(int[n]) v;
    SHOW(sizeof v);
    return 0;
}
