/* Arrays of characters from strings. */
#include "show.h"

static char exact[3] = "abc";
static char longer[8] = "abc";
static char braced[] = { "braced" };
static char joined[] = "one" " " "two" "\0" "three";
static const char *list[] = { "a", "b" "c", "d\n" };
static unsigned char bytes[] = "\xff\001\0";
static struct { char a[4]; char b[4]; } both = { "abcd", "ef" };
static int wide[] = L"wide";

int main(void) {
    SHOW(sizeof exact);
    SHOW(exact[2]);
    SHOW(longer[7]);
    SHOW(sizeof braced);
    SHOW(sizeof joined);
    put(joined + 8);
    put("\n");
    put(list[1]);
    put(list[2]);
    SHOW(bytes[0] + bytes[1] + bytes[2]);
    SHOW(sizeof bytes);
    SHOW(both.a[3] + both.b[0] + both.b[3]);
    SHOW(sizeof wide / sizeof *wide);
    char local[] = "local", *p = "pointer";
    local[0] = 'v';
    put(local); put("\n");
    SHOW(p[7]);
    char two[2][4] = { "ab", { 'c', 'd' } };
    SHOW(two[0][1] + two[1][1]);
    return 0;
}
