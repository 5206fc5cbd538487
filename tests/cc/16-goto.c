#include "show.h"
int main(void) {
    int i = 0;
again:
    if (i < 3) { i++; goto again; }
    SHOW(i);
    goto inside;
    while (i < 10) { i += 100; inside: i += 2; }
    SHOW(i);
    { goto end; }
    i = -1;
end:
    SHOW(i);
    return 0;
}
