#include "show.h"
char global[] = "global", fixed[4] = "abcd", padded[10] = "pad"; char *pointer = "pointer" + 2; const char *list[] = { "one", "two", [3] = "four" };
int main(void) {
    char local[] = "local"; char big[20] = "ab\0cd";
    put(global); put(padded); put(pointer); put(list[0]); put(list[3]); put(local); put(big + 3); put("\n");
    SHOW(sizeof global); SHOW(sizeof local); SHOW(fixed[3]); SHOW(padded[9]); SHOW(list[2] == 0); SHOW(big[19]); SHOW("xyz"[1]); SHOW(*"q"); SHOW(sizeof("a" "b")); SHOW(sizeof(__func__)); put(__func__);
    return 0;
}
