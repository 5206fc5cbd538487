_Static_assert(1, "fine");
_Static_assert(sizeof(int) == 8, "int has 8 bytes");
_Static_assert(0);
int f(void) { int n = 1; _Static_assert(n, "not constant"); return 0; }
