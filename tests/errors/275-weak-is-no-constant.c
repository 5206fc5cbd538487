extern int w __attribute__((weak));
int a = &w != 0;
int b = !&w;
int c = &w ? 1 : 2;
int *d = &w;
_Bool e = &w;
int f = &w && 1;
