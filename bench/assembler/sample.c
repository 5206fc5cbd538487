/* Ordinary functions, compiled by gcc -S to give GNU as its input; sample.P1pp says the same in P1. */

struct bm_node {
    struct bm_node *left, *right;
    long key;
    int count;
};

long bm_table[64];
struct bm_node *bm_root;
const char *bm_last_text;
long bm_last_value;

__attribute__((noinline)) void bm_report(const char *text, long value)
{
    bm_last_text = text;
    bm_last_value = value;
}

unsigned bm_checksum(const unsigned char *bytes, long size)
{
    unsigned a = 1, b = 0;
    for (long i = 0; i < size; i++) {
        a += bytes[i];
        if (a >= 65521) a -= 65521;
        b += a;
        if (b >= 65521) b -= 65521;
    }
    return b << 16 | a;
}

struct bm_node *bm_find(long key)
{
    struct bm_node *node = bm_root;
    while (node) {
        if (node->key == key) {
            node->count++;
            return node;
        }
        node = key < node->key ? node->left : node->right;
    }
    return 0;
}

long bm_search(const long *values, long count, long wanted)
{
    long low = 0, high = count;
    while (low < high) {
        long middle = low + (high - low) / 2;
        if (values[middle] < wanted) low = middle + 1;
        else high = middle;
    }
    return low < count && values[low] == wanted ? low : -1;
}

void bm_insertion_sort(long *values, long count)
{
    for (long i = 1; i < count; i++) {
        long value = values[i], j = i;
        while (j > 0 && values[j - 1] > value) {
            values[j] = values[j - 1];
            j--;
        }
        values[j] = value;
    }
}

char *bm_decimal(unsigned long value, char *end)
{
    *--end = 0;
    do {
        *--end = '0' + value % 10;
        value /= 10;
    } while (value);
    return end;
}

long bm_hash(const char *text)
{
    unsigned long hash = 0xcbf29ce484222325ul;
    while (*text) hash = (hash ^ (unsigned char)*text++) * 0x100000001b3ul;
    return hash >> 32 ^ hash;
}

void bm_count_words(const char *text)
{
    long words = 0, inside = 0;
    for (; *text; text++) {
        if (*text == ' ' || *text == '\n' || *text == '\t') {
            inside = 0;
        } else if (!inside) {
            inside = 1;
            words++;
        }
    }
    bm_table[words & 63]++;
    bm_report("words", words);
    if (words > 1000) bm_report("many words", bm_hash(text));
}

long bm_evaluate(int operation, long a, long b)
{
    switch (operation) {
    case 1: return a + b;
    case 2: return a - b;
    case 3: return a * b;
    case 4: return b ? a / b : 0;
    case 5: return a & b;
    case 6: return a | b;
    case 7: return a << (b & 63);
    default: bm_report("unknown operation", operation); return -1;
    }
}
