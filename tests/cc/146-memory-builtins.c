/* __builtin_memcpy and the like, and structs that are copied by them. */
#include "show.h"
struct s { char c[13]; int i; };

int main(void) {
    struct s a = { "hello world!", 5 }, b;
    __builtin_memcpy(&b, &a, sizeof a);
    put(b.c); put("\n");
    SHOW(__builtin_memcmp(&a, &b, 13)); SHOW(__builtin_strlen(b.c)); SHOW(__builtin_strlen("constant"));
    __builtin_memset(&b, 'x', 12); put(b.c); put("\n");
    __builtin_memmove(a.c + 2, a.c, 8); put(a.c); put("\n");
    SHOW(__builtin_strcmp("abc", "abd") < 0); SHOW(__builtin_memcmp("b", "a", 1) > 0);
    long l; float f = 1.5f; __builtin_memset(&l, 0, sizeof l); __builtin_memcpy(&l, &f, sizeof f); SHOW(l);
    char overlap[] = "0123456789"; __builtin_memmove(overlap, overlap + 3, 7); put(overlap); put("\n");
    return 0;
}
