int f(void)[3]; int g(void)(int); int (*ok(void))[3]; int h(void v, int); int k(void, void); int m(int x) { int x[2]; }
