// __VA_OPT__: text that is there only if there are variable arguments.
#define F(a, ...) f(0 __VA_OPT__(,) __VA_ARGS__)
#define G(X, ...) f(0, X __VA_OPT__(,) __VA_ARGS__)
#define SDEF(sname, ...) S sname __VA_OPT__(= { __VA_ARGS__ })
#define EMP
F(a, b, c) F() F(EMP) G(a, b, c) G(a, ) G(a)
SDEF(foo); SDEF(bar, 1, 2);
#define H(x, ...) x ## __VA_OPT__(y) z
H(a) H(a, b)
#define N(...) [__VA_OPT__((__VA_ARGS__))]
N() N(1, 2) N(EMP)
