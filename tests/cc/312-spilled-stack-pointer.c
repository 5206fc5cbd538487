// The stack pointer that a block with an array of run-time size saves, kept in the frame: it goes there through a
// register, since no store takes it as its value.
int printf(const char *, ...);

__attribute__((noinline)) static long step(char *buffer, long size, long n) {
    buffer[0] = n;
    buffer[size - 1] = n + 1;
    return buffer[0] + buffer[size - 1];
}
__attribute__((noinline)) static long below(long n, long limit) { return n < limit; }

__attribute__((noinline)) static long run(long m, const long *v) {
    long sum = 0;
    for (long turn = 0; turn < 3; turn++) {
        char buffer[4096 + m];
        long a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
        for (long n = 0; below(n, a) || below(n, b) || below(n, c) && below(n, d + e); n++)
            sum += step(buffer, 4096 + m, n) + a * b - c + d * e - f + g * h;
    }
    return sum;
}

int main(void) {
    long v[] = {1, 2, 3, 4, 5, 6, 7, 8}, sum = 0;
    printf("%ld\n", run(1, v));
    // More memory than there is stack, if the stack pointer is not restored.
    for (long k = 0; k < 2000; k++) sum += run(k, v);
    printf("%ld\n", sum);
    return 0;
}
