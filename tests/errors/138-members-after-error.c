struct s { int a; unknown b; int c; };
int f(struct s *p) { return p->a + p->c; }
int g(void) { return undeclared_thing(1) + another; }
