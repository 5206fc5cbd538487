int f(char, int, float);
int f(a, b, c) char a; int b; float c; { return a + b + (int)c; }
