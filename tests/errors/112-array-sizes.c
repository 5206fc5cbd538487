int n; int a[-1]; int b[n]; int c[1.5]; int d[0x7fffffffffffffff]; int e[2][]; void f[3]; int g[3](void); struct s { int m[n]; };
