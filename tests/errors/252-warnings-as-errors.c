int f(int n) {
    int unused;
    unsigned u = n;
    if (n = 3) return 1;
    if (u > n) return 2;
    char c = 300;
    switch (n) { case 1: ; }
}
int main(void) { int x; f(x); return 0; f(1); }
