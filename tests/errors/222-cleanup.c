static void done(int *i) { *i = 0; }
static void text(char **s) { *s = 0; }
static int outside __attribute__((cleanup(done)));
int main(void) {
    int a __attribute__((cleanup(missing))) = 1;
    int b __attribute__((cleanup(outside))) = 1;
    int c __attribute__((cleanup)) = 1;
    int d __attribute__((cleanup("done"))) = 1;
    int e __attribute__((cleanup(text))) = 1;
    static int f __attribute__((cleanup(done)));
    int good __attribute__((cleanup(done))) = 2;
    return a + b + c + d + e + f;
}
