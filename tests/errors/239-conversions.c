struct a { int x; } a;
struct b { int x; } b;
void nothing(void);
int main(void) {
    int n = a;
    a = b;
    a = 1;
    n = nothing();
    n = (int)a;
    a = (struct a)b;
    int *p = 1.5;
    double d = p;
    if (a) return 1;
    return !b;
}
