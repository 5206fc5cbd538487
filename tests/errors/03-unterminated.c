#define f(a, b) a b
char *s = "abc;
char c = 'x;
#if 1
#ifdef Y
int x = f(1, 2;
