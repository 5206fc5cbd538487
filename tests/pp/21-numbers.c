// Preprocessing numbers swallow more than numbers.
#define e 1
#define x 2
0xe+x 1e+x 1.e+1 .5.x 1_000 0x1p-3 1..2 3x
#define dot(a) .a
dot(1) dot(x) 1 dot(2)
#define cat(a, b) a##b
cat(1, e5) cat(0, x1f) cat(., 5) cat(1., e-3) cat(x, 1) cat(1e, +2)
