/* Bytes, branches and small structures: a dictionary compressor (LZ77) and Huffman code lengths. */
#include <stdio.h>

enum { SIZE = 1 << 15, WINDOW = 4096, HASHES = 4096 };

struct symbol { int count, parent; };

static unsigned char input[SIZE], packed[SIZE * 2], output[SIZE];
static int head[HASHES], chain[SIZE];

static int pack(const unsigned char *in, int n, unsigned char *out)
{
    int at = 0, o = 0;
    for (int i = 0; i < HASHES; i++) head[i] = -1;
    while (at < n) {
        int best = 0, where = 0;
        unsigned hash = 0;
        if (at + 2 < n) {
            hash = (in[at] << 8 ^ in[at + 1] << 4 ^ in[at + 2]) % HASHES;
            int tries = 16;
            for (int p = head[hash]; p >= 0 && at - p < WINDOW && tries-- > 0; p = chain[p]) {
                int length = 0;
                while (length < 66 && at + length < n && in[p + length] == in[at + length]) length++;
                if (length > best) {
                    best = length;
                    where = p;
                }
            }
        }
        if (best >= 3) {
            int distance = at - where;
            out[o++] = 0x80 | (best - 3);
            out[o++] = distance >> 8;
            out[o++] = distance & 255;
        } else {
            best = 1;
            out[o++] = in[at] & 0x7F;
        }
        for (int k = 0; k < best; k++, at++)
            if (at + 2 < n) {
                unsigned h = (in[at] << 8 ^ in[at + 1] << 4 ^ in[at + 2]) % HASHES;
                chain[at] = head[h];
                head[h] = at;
            }
    }
    return o;
}

static int unpack(const unsigned char *in, int n, unsigned char *out)
{
    int o = 0;
    for (int i = 0; i < n;) {
        unsigned char c = in[i++];
        if (c & 0x80) {
            int length = (c & 0x7F) + 3, distance = in[i] << 8 | in[i + 1];
            i += 2;
            while (length-- > 0) {
                out[o] = out[o - distance];
                o++;
            }
        } else {
            out[o++] = c;
        }
    }
    return o;
}

static int huffman(const unsigned char *in, int n)
{
    struct symbol symbols[511];
    int count = 256, bits = 0;
    for (int i = 0; i < 511; i++) symbols[i].count = symbols[i].parent = 0;
    for (int i = 0; i < n; i++) symbols[in[i]].count++;
    for (;;) {
        int x = -1, y = -1;
        for (int i = 0; i < count; i++) {
            if (symbols[i].parent || !symbols[i].count) continue;
            if (x < 0 || symbols[i].count < symbols[x].count) {
                y = x;
                x = i;
            } else if (y < 0 || symbols[i].count < symbols[y].count) {
                y = i;
            }
        }
        if (y < 0) break;
        symbols[count].count = symbols[x].count + symbols[y].count;
        symbols[x].parent = symbols[y].parent = count++;
    }
    for (int i = 0; i < 256; i++) {
        int length = 0;
        for (int p = i; symbols[p].parent; p = symbols[p].parent) length++;
        bits += length * symbols[i].count;
    }
    return bits;
}

int main(void)
{
    unsigned seed = 99, sum = 0;
    for (int i = 0; i < SIZE; i++) {
        seed = seed * 1103515245 + 12345;
        input[i] = i > 300 && (seed >> 20 & 15) ? input[i - 1 - (seed >> 28) * 17] : seed >> 16 & 0x7F;
    }
    for (int round = 0; round < 400; round++) {
        int n = pack(input, SIZE, packed);
        int m = unpack(packed, n, output);
        sum = sum * 31 + n + m + huffman(packed, n);
        for (int i = 0; i < SIZE; i++) sum += input[i] != output[i];
        input[(sum >> 3) % SIZE] = round;
    }
    printf("pack %u\n", sum);
    return 0;
}
