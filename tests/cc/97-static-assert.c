/* _Static_assert at file scope, in blocks and in structs. */
#include "show.h"

_Static_assert(sizeof(int) == 4, "int is four bytes");
_Static_assert(1, "");
struct checked { char c; _Static_assert(sizeof(long) == 8, "long"); int i; };
enum { N = 3 };
_Static_assert(N * 2 == 6 && sizeof(struct checked) == 8, "folded");
int main(void) {
    _Static_assert(__builtin_offsetof(struct checked, i) == 4, "offset");
    for (int i = 0; i < 1; i++) { _Static_assert(N, "in a loop"); put("checked\n"); }
    _Static_assert('a' < 'b', "characters");
    return 0;
}
