int two(int a, int b);
int some(const char *f, ...);
int main(void) { two(1); two(1, 2, 3); some(); return two; }
