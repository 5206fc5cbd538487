int f(a, b) int a; int c; { return a + b; }
int g(int a) int a; { return a; }
