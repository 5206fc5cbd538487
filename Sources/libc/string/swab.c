#include <unistd.h>

void swab(const void *from, void *to, ssize_t size)
{
    const char *in = from;
    char *out = to;

    for (; size > 1; size -= 2, in += 2, out += 2) {
        char first = in[0];
        out[0] = in[1];
        out[1] = first;
    }
}
