// A name met inside its own expansion is never expanded again, wherever it goes.
#define foo foo a
#define id(x) x
id(foo) id(id(foo))
#define f(x) x f
f(1)(2)(3)
f(f)(1)
#define a1 b1(
#define b1(x) x a1
b1(1) 2)
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
G_0(42)
#define obj(x) [x obj]
obj(obj(obj(1)))
