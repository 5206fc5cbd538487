#define
#define 3 4
#define f(a, a) a
#define g(a, b
#define h(a) #b
#define i ## a
#define j a ##
#define k(a) a
#undef
#undef k(a)
#define defined 1
#define __VA_ARGS__ 2
#define l(...) __VA_ARGS__
#define m __VA_ARGS__
#pragma
#nonsense
#define k(b) b
int main(void) { return k(1, 2) + k( + l(); }
