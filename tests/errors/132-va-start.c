int f(int n) { __builtin_va_list a; __builtin_va_start(a, n); int x; return __builtin_va_arg(x, int); }
