// Directives between the parentheses of a call are carried out.
#define f(x, y) <x|y>
f(1,
#if 0
2
#else
3
#endif
)
#define later 4
f(later,
#undef later
later)
