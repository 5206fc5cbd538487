/* All computed gotos of a function share one jump, so on the way from the first interpreter to the second one's labels the second one's
   variables have no value, and registers that will hold them hold others. That is no fault of register allocation. */
int printf(const char *, ...);

static int run(int x, const unsigned char *first, const unsigned char *second)
{
    static void *const one[] = { &&add1, &&add2, &&between };
    static void *const two[] = { &&times, &&minus, &&end };
    int i = 0, step = x & 3;
    goto *one[first[i++]];
add1:
    x += step;
    goto *one[first[i++]];
add2:
    x += 2 * step + i;
    goto *one[first[i++]];
between:;
    int j = 0, k = x & 1, factor = x % 7, last = 5;
    goto *two[second[j++]];
times:
    x = x * factor + k;
    last += j;
    goto *two[second[j++]];
minus:
    x -= factor + last;
    k ^= x & 1;
    goto *two[second[j++]];
end:
    return x + last;
}

/* The second interpreter is all that runs when the first is passed by. */
static int maybe(int x, const unsigned char *first, const unsigned char *second)
{
    static void *const one[] = { &&increment, &&twice, &&after };
    static void *const two[] = { &&square, &&negate, &&out };
    if (x > 10) {
        int i = 1;
        goto *one[first[0]];
    increment:
        x++;
        goto *one[first[i++]];
    twice:
        x *= 2;
        goto *one[first[i++]];
    after:;
    }
    int j = 1;
    goto *two[second[0]];
square:
    x = x * x % 1000;
    goto *two[second[j++]];
negate:
    x = -x;
    goto *two[second[j++]];
out:
    return x;
}

int main(void)
{
    static const unsigned char first[] = { 0, 1, 1, 0, 2 }, second[] = { 1, 0, 0, 1, 2 };
    for (int x = 5; x < 20; x += 3) printf("%d %d\n", run(x, first, second), maybe(x, first, second));
    return 0;
}
