int add(int a, int b) { return a + b; }
int (*one)(int) = add;
int (*two)(int, int) = add(1, 2);
void (*three)(void) = &main;
int f(int g(int)) { return g(1, 2); }
int h[3](int);
int k(void)[3];
int main(void) { return one(1, 2) + f(add); }
