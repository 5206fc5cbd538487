/* GNU: an inline definition that makes no external one, and then the one that does. What was compiled in between may
   have either. */
extern inline __attribute__((gnu_inline)) int next(int x) { return x + 1; }
int between(void) { return next(1); }
int next(int x) { return x + 1; }
static int (*pointer)(int) = next;

extern inline __attribute__((gnu_inline)) int only_inline(int x);
extern inline __attribute__((gnu_inline)) int only_inline(int x) { return 2 * x; }
int only_inline(int x) { return x + x; }

int main(void)
{
    return between() == 2 && next(5) == 6 && pointer(7) == 8 && only_inline(4) == 8 ? 0 : 1;
}
