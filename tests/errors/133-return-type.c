struct s { int x; }; struct s f(void) { return 1; } int *g(void) { int local; return &local; } int h(int x) { if (x) return 1; } char *k(void) { return 5; }
