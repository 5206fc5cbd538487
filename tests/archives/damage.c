/*
 * damage SEED FROM TO: an initramfs (cpio, newc) with damage in it: fields of headers, names, members that come twice, change places or are cut
 * off. The same seed gives the same damage.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 110, MAGIC = 6, DIGITS = 8, FIELDS = 13, NAME_SIZE = 11, SIZE = 6, MODE = 1, MEMBERS = 256, MOST = 64 << 20 };

static unsigned char *archive, *made;
static long size, length;
static long starts[MEMBERS + 1];
static int members;
static unsigned long state;

static unsigned long any(unsigned long below)
{
    state = state * 6364136223846793005ul + 1442695040888963407ul;
    return (state >> 33) % below;
}

static unsigned long field(long at, int n)
{
    char digits[DIGITS + 1] = { 0 };

    memcpy(digits, archive + at + MAGIC + n * DIGITS, DIGITS);
    return strtoul(digits, NULL, 16);
}

static void find_members(void)
{
    long at = 0, body;

    while (members < MEMBERS && at + HEADER <= size && memcmp(archive + at, "07070", 5) == 0) {
        starts[members++] = at;
        body = (at + HEADER + (long)field(at, NAME_SIZE) + 3) & ~3l;
        at = (body + (long)field(at, SIZE) + 3) & ~3l;
    }
    starts[members] = at < size ? at : size;
}

static void put(const void *bytes, long count)
{
    if (length + count > MOST)
        return;
    memcpy(made + length, bytes, (size_t)count);
    length += count;
}

static void change_field(unsigned char *member)
{
    static const unsigned modes[] = { 0040755, 0100644, 0120777, 0020600, 0060600, 0010644, 0140777, 0, 0170000, 07777 };
    static const unsigned long numbers[] = { 0, 1, 2, 3, 4095, 4096, 4097, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff0, 0x10000 };
    int n = (int)any(FIELDS);
    char digits[DIGITS + 1];

    snprintf(digits, sizeof digits, "%08lx", n == MODE ? modes[any(10)] : any(2) ? numbers[any(12)] : any(300));
    if (any(12) == 0)
        digits[any(8)] = (char)any(256);
    memcpy(member + MAGIC + n * DIGITS, digits, DIGITS);
}

/* A name as long as the old one, or shorter. */
static void change_name(unsigned char *member, long room)
{
    static const char *const names[] = { "..", ".", "/", "", "bin/..", "../x", "dev", "proc", "dev/null", "proc/1", "init", "bin/sh/x", "tmp", "dev/pts", "a//b", "bin/../init", "TRAILER!!!" };
    const char *name = names[any(sizeof names / sizeof *names)];

    if ((long)strlen(name) < room)
        strcpy((char *)member, name);
}

int main(int count, char **words)
{
    FILE *from = count > 3 ? fopen(words[2], "rb") : NULL, *to = count > 3 ? fopen(words[3], "wb") : NULL;
    int damages, k;
    long at;

    if (!from || !to)
        return 1;
    archive = malloc(MOST);
    made = malloc(MOST);
    size = (long)fread(archive, 1, MOST, from);
    state = strtoul(words[1], NULL, 0) * 7919 + 1;
    find_members();
    for (k = 0; k < members; k++) {
        int which = any(60) == 0 ? (int)any((unsigned long)members) : k;

        if (any(80) == 0)
            continue;
        put(archive + starts[which], starts[which + 1] - starts[which]);
        if (any(60) == 0)
            put(archive + starts[which], starts[which + 1] - starts[which]);
        if (any(100) == 0)
            put("\0\0\0\0", (long)any(5));
    }
    memcpy(archive, made, (size_t)length);
    size = length;
    members = 0;
    find_members();
    for (damages = 1 + (int)any(6); members > 0 && damages > 0; damages--) {
        at = starts[any((unsigned long)members)];
        switch (any(5)) {
        case 0:
        case 1: change_field(archive + at); break;
        case 2:
        case 3: change_name(archive + at + HEADER, (long)field(at, NAME_SIZE)); break;
        default: archive[at + (long)any(HEADER + 20)] = (unsigned char)any(256);
        }
    }
    if (any(12) == 0)
        size = (long)any((unsigned long)size + 1);
    fwrite(archive, 1, (size_t)size, to);
    return fclose(to) != 0;
}
