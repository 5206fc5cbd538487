int f(a, b) int a; { return a + b; }
int g(a) int a; int c; { return a; }
int h(a, a) int a; { return a; }
int k(a, int b) { return b; }
int l(a) int a = 1; { return a; }
int main(void) { return f(1); }
