const int c = 1; int a[3]; struct { const int x; } s; int f(void);
int main(void) { c = 2; a = 0; 5 = 6; f() = 1; s.x = 3; c++; a++; &5; return 0; }
