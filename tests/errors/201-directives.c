#includ <stdio.h>
#define
#define 3 4
#define f(a, a) a
#define g(a b) a
#define h(x) #y
#define i ## a
#define j a ##
#undef defined
#line 0
#error Something is missing.
#
#endif
int x;
