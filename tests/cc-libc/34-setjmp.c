/* setjmp and longjmp: values, nesting, out of deep calls, variables kept in volatile. */
#include <setjmp.h>
#include <stdio.h>

static jmp_buf outer, inner;

static int dive(int depth)
{
    char room[100];

    room[depth % 100] = (char)depth;
    if (depth == 0)
        longjmp(outer, 7);
    return dive(depth - 1) + room[depth % 100];
}

int main(void)
{
    volatile int count = 0;
    int value;

    value = setjmp(outer);
    printf("%d %d\n", value, count);
    count++;
    if (value == 0)
        dive(50);
    if (count < 4)
        longjmp(outer, count);
    switch (setjmp(inner)) {
    case 0:
        longjmp(inner, 0);
    case 1:
        printf("a zero arrives as one\n");
        break;
    default:
        printf("wrong\n");
    }
    {
        double kept = 1.5;
        volatile double changed = 2.5;
        if (setjmp(inner) == 0) {
            changed = 3.5;
            longjmp(inner, 1);
        }
        printf("%g %g\n", kept, changed);
    }
    return 0;
}
