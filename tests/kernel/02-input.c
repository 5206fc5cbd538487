/* The fixture's standard input arrives, whole and then at its end. */
#include "check.h"

int main(void)
{
    char text[100];

    GIVES(5, read(0, text, 5));
    HOLDS(memcmp(text, "first", 5) == 0);
    GIVES(8, read(0, text, sizeof text));
    HOLDS(memcmp(text, "\nsecond\n", 8) == 0);
    GIVES(0, read(0, text, sizeof text));
    return finish();
}
