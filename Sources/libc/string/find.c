#include <string.h>
#include "../internal/find.h"

/* The two-way algorithm of Crochemore and Perrin: the part is split where its local period is its
   period; the right side is compared forwards, the left side backwards, and a mismatch on either side
   says how far one may go on. Linear time, constant space. */

/* Where the greatest suffix begins, minus one, by ascending or (descending != 0) descending byte order. */
static long find_greatest_suffix(const unsigned char *part, long size, long *period, int descending)
{
    long suffix = -1, candidate = 0, offset = 1;

    *period = 1;
    while (candidate + offset < size) {
        int a = part[candidate + offset];
        int b = part[suffix + offset];
        if (a == b) {
            if (offset == *period) {
                candidate += *period;
                offset = 1;
            } else {
                offset++;
            }
        } else if (descending ? a > b : a < b) {
            candidate += offset;
            offset = 1;
            *period = candidate - suffix;
        } else {
            suffix = candidate++;
            offset = *period = 1;
        }
    }
    return suffix;
}

const unsigned char *__find(const unsigned char *bytes, size_t size, const unsigned char *part,
                            size_t part_size)
{
    long length = (long)part_size;
    long period, other_period, split, other_split, known = -1, periodic, index;
    const unsigned char *last;

    if (part_size > size)
        return NULL;
    if (part_size == 1)
        return memchr(bytes, part[0], size);

    split = find_greatest_suffix(part, length, &period, 0);
    other_split = find_greatest_suffix(part, length, &other_period, 1);
    if (other_split > split) {
        split = other_split;
        period = other_period;
    }
    periodic = memcmp(part, part + period, (size_t)(split + 1)) == 0;
    if (!periodic)
        period = (split + 1 > length - split - 1 ? split + 1 : length - split - 1) + 1;

    last = bytes + (size - part_size);
    while (bytes <= last) {
        /* Get to the next place where the first byte of the right side fits, at memchr's speed. */
        if (known < 0 && bytes[split + 1] != part[split + 1]) {
            const unsigned char *next = memchr(bytes + split + 1, part[split + 1],
                                               (size_t)(last - bytes) + 1);
            if (!next)
                return NULL;
            bytes = next - (split + 1);
        }
        index = (split > known ? split : known) + 1;
        while (index < length && part[index] == bytes[index])
            index++;
        if (index < length) {
            bytes += index - split;
            known = -1;
            continue;
        }
        index = split;
        while (index > known && part[index] == bytes[index])
            index--;
        if (index <= known)
            return bytes;
        bytes += period;
        known = periodic ? length - period - 1 : -1;
    }
    return NULL;
}
