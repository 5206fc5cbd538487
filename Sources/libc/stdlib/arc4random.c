#include <errno.h>
#include <stdlib.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* Random numbers straight from the kernel. */

void __arc4random_buf(void *bytes, size_t size)
{
    unsigned char *to = bytes;

    while (size) {
        long got = sys_getrandom(to, size, 0);
        if (got == -EINTR) continue;
        if (got <= 0) abort();
        to += got;
        size -= (size_t)got;
    }
}
PUBLIC_NAME(arc4random_buf);

unsigned int __arc4random(void)
{
    unsigned int number;

    __arc4random_buf(&number, sizeof number);
    return number;
}
PUBLIC_NAME(arc4random);

/* Below the limit, each number as likely as the others: those of a last, incomplete round are thrown away. */
unsigned int __arc4random_uniform(unsigned int limit)
{
    unsigned int number, least;

    if (limit < 2) return 0;
    least = -limit % limit;
    do number = __arc4random();
    while (number < least);
    return number % limit;
}
PUBLIC_NAME(arc4random_uniform);
