static extern int a;
auto int b;
register int c;
inline int d;
int e(static int x);
_Noreturn int f;
void g;
extern int h = 1;
int main(void) {
    extern int i = 1;
    static int j = main;
    int n = 3;
    static int k = n;
    static void l(void);
    int m[n] = { 1 };
    static int o[n];
    return 0;
}
