/* The else belongs to the nearest if. */
#include "show.h"

static int classify(int n) {
    if (n < 0)
        return -1;
    else if (n == 0)
        return 0;
    else if (n < 10) {
        if (n % 2)
            if (n > 5) return 7;
            else return 1;
        else
            return 2;
    }
    return 10;
}

int main(void) {
    for (int i = -2; i < 12; i++) put_number(classify(i)), put(" ");
    put("\n");
    if (0) put("never\n"); else put("else\n");
    if (1) ; else put("never\n");
    if ("text") put("a pointer is true\n");
    if (0.1) put("so is a fraction\n");
    if (!0.0f) put("and nought is not\n");
    double nan = 0.0 / 0.0;
    if (nan) put("not a number is true\n");
    int a = 0;
    if (a = 5) SHOW(a);
    if (a == 5 && (a = 0)) put("never\n"); else SHOW(a);
    return 0;
}
