/* What programs do once they see __GNUC__. */
#include "show.h"
#if __GNUC__ < 4 || !defined __MINICC__
#error neither GNU C nor minicc
#endif
#if !__has_builtin(__builtin_clz) || !__has_builtin(__atomic_load_n) || !__has_builtin(__builtin_offsetof) \
    || !__has_builtin(__builtin_sinf) || __has_builtin(__builtin_unheard_of)
#error __has_builtin
#endif
#if !__has_attribute(nonnull) || !__has_attribute(__packed__) || __has_attribute(unheard_of)
#error __has_attribute
#endif

struct __attribute__((packed)) tight { char a; int b; };
struct wide { char a; int b; } __attribute__((__packed__, aligned(2)));
union __attribute__((aligned(16), packed)) one { char x; };
enum __attribute__((packed)) small { SMALL };
typedef unsigned int word __attribute__((mode(SI), aligned(8)));
typedef int biggest __attribute__((aligned));

static __inline__ __attribute__((always_inline)) int first(int x) { return x + 1; }
extern int second(int) __attribute__((__nothrow__, __const__)) __attribute__((visibility("hidden")));
int __attribute__((noinline)) second(int x) { return x; }
int (__attribute__((noinline)) third)(int x) { return x * 3; }
int renamed(int) __asm__("another_name");
int renamed(int x) { return x * 2; }
extern __typeof__(second) fourth __attribute__((alias("second")));
static void (*volatile leaves)(void) __attribute__((noreturn, unused));
static __thread int own = 3;
_Thread_local long also = 4;
extern __thread int declared;

#define max(a, b) __extension__({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })

static int barriers(int x) {
    int copy;
    __asm__ __volatile__("" ::: "memory");
    __asm__("" : "=r"(copy) : "0"(x));
    asm volatile("" : "+r"(x));
    asm volatile("" : : "g"(x), "i"(3) : "memory", "cc");
    return copy + x;
}

int main(void) {
    register int r __asm__("r12") = 4;
    SHOW(sizeof(struct tight));
    SHOW(sizeof(struct wide));
    SHOW(sizeof(union one));
    SHOW(sizeof(enum small));
    SHOW(__alignof__(word));
    SHOW(__alignof__(biggest) == __BIGGEST_ALIGNMENT__);
    SHOW(first(1) + second(2) + third(3) + renamed(4) + fourth(5));
    SHOW(max(r, 3));
    SHOW(barriers(5));
    SHOW(__builtin_expect(r == 4, 1));
    SHOW(__builtin_choose_expr(__builtin_types_compatible_p(__typeof__(r), int), 1, "no"));
    SHOW(own + also);
    switch (r) {
    case 1 ... 5: SHOW(r); __attribute__((fallthrough));
    default: break;
    }
unused: __attribute__((unused));
    return 0;
}
