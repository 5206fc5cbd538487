#include "../internal/sys.h"
#include "../internal/tempname.h"

static unsigned long random_letters_state;

void __random_letters(char *letters)
{
    static const char alphabet[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    unsigned long bits = 0;
    long now[2];
    int i;

    if (sys_getrandom(&bits, sizeof bits, 0) != sizeof bits) {
        now[0] = now[1] = 0;
        sys_clock_gettime(0, now);
        bits = (unsigned long)now[0] * 1000003UL ^ (unsigned long)now[1] << 20
            ^ (unsigned long)sys_getpid() << 40;
    }
    random_letters_state = (random_letters_state ^ bits) * 6364136223846793005UL + 1;
    bits = random_letters_state >> 4;
    for (i = 0; i < 6; i++) {
        letters[i] = alphabet[bits % 62];
        bits /= 62;
    }
}
