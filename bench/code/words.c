/* Characters: splits a text into words, counts them in a hash table, compares and copies strings. */
#include <stdio.h>

enum { BUCKETS = 1024, WORDS = 4096, TEXT = 1 << 16 };

struct word {
    struct word *next;
    char text[16];
    int count;
};

static struct word words[WORDS], *buckets[BUCKETS];
static int used;
static char text[TEXT];

static int is_letter(char c) { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

static int equal(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

static void add(const char *word)
{
    unsigned hash = 5381;
    for (const char *p = word; *p; p++) hash = hash * 33 ^ (unsigned char)*p;
    struct word **at = &buckets[hash % BUCKETS];
    for (struct word *w = *at; w; w = w->next)
        if (equal(w->text, word)) {
            w->count++;
            return;
        }
    if (used == WORDS) return;
    struct word *w = &words[used++];
    char *to = w->text;
    while ((*to++ = *word++)) {}
    w->count = 1;
    w->next = *at;
    *at = w;
}

static void scan(const char *p)
{
    char word[16];
    while (*p) {
        int n = 0;
        while (*p && !is_letter(*p)) p++;
        while (is_letter(*p)) {
            if (n < 15) word[n++] = lower(*p);
            p++;
        }
        word[n] = 0;
        if (n) add(word);
    }
}

int main(void)
{
    unsigned seed = 7, sum = 0;
    for (int i = 0; i < TEXT - 1; i++) {
        seed = seed * 1103515245 + 12345;
        unsigned r = seed >> 16 & 31;
        text[i] = r < 20 ? "etaoinETAOshrdlucmfw"[r] : r < 24 ? 'e' : r < 30 ? ' ' : '\n';
    }
    for (int round = 0; round < 440; round++) {
        for (int i = 0; i < BUCKETS; i++) buckets[i] = 0;
        used = 0;
        scan(text);
        for (int i = 0; i < used; i++) sum = sum * 31 + words[i].count * words[i].text[0];
        text[sum % (TEXT - 1)] = 'x';
    }
    printf("words %u\n", sum);
    return 0;
}
