/* How fixtures without a library speak: show("name", value) writes a line. */
extern long sys_write(int, const void *, long);

static void put(const char *text) {
    long length = 0;
    while (text[length]) length++;
    sys_write(1, text, length);
}

static void put_number(long value) {
    char digits[24];
    int at = 24;
    unsigned long rest = value < 0 ? -(unsigned long)value : (unsigned long)value;
    do {
        digits[--at] = '0' + rest % 10;
        rest /= 10;
    } while (rest);
    if (value < 0) digits[--at] = '-';
    sys_write(1, digits + at, 24 - at);
}

static void show(const char *name, long value) {
    put(name);
    put(" = ");
    put_number(value);
    put("\n");
}

#define SHOW(...) show(#__VA_ARGS__, (long)(__VA_ARGS__))
