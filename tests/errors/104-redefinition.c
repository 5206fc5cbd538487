int a = 1;
int a = 2;
int f(void) { return 1; }
int f(void) { return 2; }
struct s { int x; };
struct s { int y; };
int g(int p, int p) { int q; int q; return q; }
