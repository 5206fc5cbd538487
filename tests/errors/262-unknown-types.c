int f(Foo *q) { q->a = 1; return q->b + q[1].c; }
int g(struct nope *q) { return q->a; }
int h(void) { Bar x; x.a = 1; x += 2; return x; }
