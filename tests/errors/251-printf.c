struct file; int fprintf(struct file *stream, const char *format, ...), printf(const char *format, ...), scanf(const char *format, ...);
int main(void) {
    long n = 3;
    printf("%d\n", n);
    printf("%s\n", 4);
    printf("%d %d\n", 1);
    printf("%d\n", 1, 2);
    printf("%q\n", 1);
    printf("%");
    printf("%*d\n", n, 1);
    scanf("%d", n);
    scanf("%d", &n);
    fprintf("%d\n", 1);
    return printf(1);
}
