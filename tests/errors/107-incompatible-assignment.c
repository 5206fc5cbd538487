struct a { int x; } a; struct b { int x; } b;
int *p; char *q; void f(struct a);
int main(void) { a = b; p = a; int i = a; f(b); f(1); return a; }
