// Only the end of an array's scope gives memory back that was allocated behind the array: what alloca took elsewhere stays
// to the end of the function, in loops, behind labels and switches too.
#include <alloca.h>
#include <stdio.h>

static int use(int x)
{
    volatile int a[40];
    for (int i = 0; i < 40; i++)
        a[i] = x;
    return a[7];
}

static int after(int n)
{
    {
        int v[n];
        v[0] = use(n);
        if (v[0] != n)
            return -1;
    }
    int *b = alloca(n * sizeof *b), wrong = 0;
    for (int i = 0; i < n; i++)
        b[i] = use(i);
    for (int i = 0; i < n; i++)
        wrong += b[i] != i;
    return wrong;
}

// One piece a round; arrays come and go between them.
static int chained(int n)
{
    struct piece { struct piece *next; int number; } *list = 0;
    int sum = 0;
    for (int i = 0; i < n; i++) {
        struct piece *p = alloca(sizeof *p);
        p->next = list;
        p->number = i;
        list = p;
        use(99);
    }
    for (int i = 1; i < n; i++) {
        int v[i], w[i];
        if (i % 3 == 0)
            continue;
        v[i - 1] = w[0] = use(i);
        if (i == 9)
            break;
        sum += v[i - 1];
    }
    switch (n) {
    case 12:
        use(77);
        break;
    default:
        sum++;
    }
    while (list) {
        sum = sum * 3 + list->number;
        list = list->next;
        use(88);
    }
    return sum;
}

// The stack does not grow where jumps leave the arrays' scopes.
static long jumps(int n)
{
    char *first = 0;
    long moved = 0;
    int i = 0;
again:;
    {
        char v[n];
        char *p = v;
        if (!first)
            first = p;
        moved |= p - first;
        i++;
        if (i < 20000) {
            if (i % 3 == 0)
                goto again;
            for (;;) {
                int w[n];
                w[0] = i;
                if (w[0] % 3 == 1)
                    goto again;
                break;
            }
            goto next;
        }
        return moved;
    }
next:
    goto again;
}

int main(void)
{
    printf("%d\n", after(9));
    printf("%d\n", chained(12));
    printf("%ld\n", jumps(1000));
    return 0;
}
