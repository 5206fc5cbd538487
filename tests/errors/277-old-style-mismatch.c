int a(char); int a(c) int c; { return c; }
int b(float); int b(x) double x; { return x; }
int c(char, char); int c(x) char x; { return x; }
long d(char); int d(x) char x; { return x; }
int e(char, ...); int e(x) char x; { return x; }
int f(short); int f(x) char x; { return x; }
int g(x) char x; { return x; } int g(char);
