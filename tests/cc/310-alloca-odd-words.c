// __builtin_alloca in functions that spill and pass an odd number of words on the stack: the block that alloca gives
// ends where the staged words' room ends, rounded to 16, and the spilled values begin behind that.
int printf(const char *, ...);

__attribute__((noinline)) static long nine(long a, long b, long c, long d, long e, long f, long g, long h, long i) {
    return a + b + c + d + e + f + g + h + i;
}
__attribute__((noinline)) static long five(long a, long b, long c, long d, long e) { return a + b + c + d + e; }
__attribute__((noinline)) static void fill(unsigned char *p, int value, long count) {
    while (count-- > 0) *p++ = value;
}

__attribute__((noinline)) static long eight_alive(long *v, long size) {
    long a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
    unsigned char *p = __builtin_alloca(size);
    fill(p, 0xff, size);
    long sum = nine(a, b, c, d, e, f, g, h, p[size - 1]);
    fill(p, 0, size);
    return sum + 2 * a + 3 * b + 5 * c + 7 * d + 11 * e + 13 * f + 17 * g + 19 * h;
}

__attribute__((noinline)) static long with_array(long *v, long size) {
    long a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
    unsigned char p[size];
    fill(p, 0xff, size);
    long sum = five(a, b, c, d, p[size - 1]);
    fill(p, 0, size);
    return sum + 2 * a + 3 * b + 5 * c + 7 * d + 11 * e + 13 * f + 17 * g + 19 * h;
}

// The caller's own register, which a function with alloca saves and restores, lies behind the room too.
__attribute__((noinline)) static long around(long *v, long size) {
    unsigned char *p = __builtin_alloca(size);
    fill(p, 0x55, size);
    long sum = eight_alive(v, size) + with_array(v, size) + five(v[0], v[1], v[2], v[3], size);
    return sum + p[0] + p[size - 1];
}

int main(void) {
    long v[] = {1, 2, 3, 4, 5, 6, 7, 8};
    for (long size = 1; size <= 64; size *= 2) printf("%ld %ld %ld\n", eight_alive(v, size), with_array(v, size), around(v, size));
    return 0;
}
