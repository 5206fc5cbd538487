#define two(a, b) a + b
#define some(a, ...) a
#define nothing() 0
#define paste(a, b) a ## b
int a = two(1);
int b = two(1, 2, 3);
int c = nothing(1);
int d = paste(+, 3) paste(=, =);
#define outer(x) inner(x)
#define inner(x) x @
int e = outer(1);
