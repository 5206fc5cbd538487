/* One error for each: what stands behind the literal on its line is guessed. */
int printf(const char *, ...);
int f(void) { char *s = "abc;
    return 1; }
int g(void) { return 'a; }
int h = 3;
char *t = "x
int k;
int main(void) {
    printf("hello);
    printf("%d\n, h);
    if (h == 'q)
        return f();
    return g() + undeclared;
}
