/* Characters are small integers; conversions keep the low bits. */
#include "show.h"

static signed char to_char(int x) { return x; }
static unsigned char to_byte(int x) { return x; }
static short to_short(long x) { return x; }
static int from_char(signed char c) { return c; }
static int from_byte(unsigned char c) { return c; }

int main(void) {
    SHOW(to_char(128));
    SHOW(to_char(-129));
    SHOW(to_byte(-1));
    SHOW(to_byte(256 + 7));
    SHOW(to_short(40000));
    SHOW(from_char(to_byte(200)));
    SHOW(from_byte(to_char(-2)));
    SHOW('\xff' < 0);
    char text[] = "\200\377";
    SHOW(text[0] < 0);
    SHOW((unsigned char)text[1]);
    signed char c = 100;
    c += 100;
    SHOW(c);
    c = -128;
    SHOW(-c);
    c = -c;
    SHOW(c);
    unsigned char u = 0;
    u--;
    SHOW(u);
    SHOW(u << 1);
    SHOW((unsigned char)(u << 1));
    SHOW((signed char)0x80 >> 1);
    return 0;
}
