// C11 6.10.3.5, example 7: variable arguments.
#define debug(...) fprintf(stderr, __VA_ARGS__)
#define showlist(...) puts(#__VA_ARGS__)
#define report(test, ...) ((test)?puts(#test):\
            printf(__VA_ARGS__))
debug("Flag");
debug("X = %d\n", x);
showlist(The first, second, and third items.);
report(x>y, "x is %d but y is %d", x, y);
#define count(a, b, c, d, n, ...) n
#define number(...) count(__VA_ARGS__, 4, 3, 2, 1, 0)
number(a) number(a, b) number((a, b), c, d)
showlist()
