/* Both ends of the function are calls in the place of returns; only the early return jumps to the end that they share. */
int printf(const char *, ...);

struct pen {
    long at, last, size;
};

__attribute__((noinline)) static long tell(struct pen *p) { return p->at; }
__attribute__((noinline)) static void seek(struct pen *p, long at) { p->at = at; }
__attribute__((noinline)) static void put(struct pen *p, unsigned value)
{
    printf("%ld: %u\n", p->at, value);
    p->at += 2;
}

__attribute__((noinline)) static void start(struct pen *p, unsigned long address, unsigned long size)
{
    if (!size) return;
    unsigned long at = tell(p), end = address + size - 1;
    if (p->last && p->size == (long)address) {
        p->size += size;
        seek(p, p->last + 2);
        put(p, end);
        seek(p, at);
    } else {
        if (p->size == 0) {
            at = p->last;
            seek(p, at);
        }
        if (at == 0) put(p, 0xffff);
        p->last = tell(p);
        p->size = size;
        put(p, address);
        put(p, end);
    }
}

int main(void)
{
    struct pen p = { 0, 0, 0 };

    start(&p, 5, 0);
    start(&p, 5, 10);
    start(&p, 10, 7);
    start(&p, 3, 4);
    printf("%ld %ld %ld\n", p.at, p.last, p.size);
    return 0;
}
