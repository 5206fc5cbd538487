// A pointer to a function that is kept across a seldom call and called next: it must be loaded again, also when
// its register's number is that of the number of arguments.
int printf(const char *, ...);
void *malloc(unsigned long);

struct node { long use; long flags; const char *name; };
struct table {
    long count;
    void (*add)(struct table *, const char *, struct node *);
    struct node *(*get)(struct table *, const char *);
};

__attribute__((noinline)) static struct node *allocate(unsigned long size) { return malloc(size); }
__attribute__((noinline)) static const char *duplicate(const char *name) {
    char *copy = malloc(8), *end = copy;
    while ((*end++ = *name++)) {}
    return copy;
}
__attribute__((noinline)) static void add(struct table *table, const char *name, struct node *node) {
    table->count++;
    node->name = name;
}
static struct node none;
__attribute__((noinline)) static struct node *get(struct table *table, const char *name) { return *name == '?' ? &none : 0; }

__attribute__((noinline)) static struct node *find(struct table *table, const char *name, int flags) {
    struct node *node = table->get(table, name);
    if (node) return node;
    if (!(flags & 2)) return 0;
    node = allocate(sizeof *node);
    table->add(table, duplicate(name), node);
    return node;
}

__attribute__((noinline)) static struct node *find_or_get(struct table *table, const char *name, int flags) {
    struct node *node;
    if (flags & 1) {
        node = table->get(table, name);
        if (node) return node;
    }
    if (!(flags & 2)) return 0;
    node = allocate(sizeof *node);
    table->add(table, duplicate(name), node);
    return node;
}

// Callees of none to four words.
struct calls {
    long (*none)(void);
    long (*one)(long);
    long (*two)(long, long);
    long (*three)(long, long, long);
    long (*four)(long, long, long, long);
};
__attribute__((noinline)) static long none_words(void) { return 1; }
__attribute__((noinline)) static long one_word(long a) { return a; }
__attribute__((noinline)) static long two_words(long a, long b) { return a - b; }
__attribute__((noinline)) static long three_words(long a, long b, long c) { return a - b + 2 * c; }
__attribute__((noinline)) static long four_words(long a, long b, long c, long d) { return a - b + 2 * c - 3 * d; }
__attribute__((noinline)) static long scramble(long a, long b, long c, long d) { return a * b + c * d; }

__attribute__((noinline)) static long call0(struct calls *calls, long a, int go) {
    if (!go) return 0;
    long (*callee)(void) = calls->none;
    return scramble(a, 2, 3, 4) + callee();
}
__attribute__((noinline)) static long call1(struct calls *calls, long a, int go) {
    if (!go) return 0;
    return calls->one(scramble(a, 2, 3, 4)) + 1;
}
__attribute__((noinline)) static long call2(struct calls *calls, long a, int go) {
    if (!go) return 0;
    return calls->two(a, scramble(a, 2, 3, 4)) + 1;
}
__attribute__((noinline)) static long call3(struct calls *calls, long a, int go) {
    if (!go) return 0;
    return calls->three(a, scramble(a, 2, 3, 4), go) + 1;
}
__attribute__((noinline)) static long call4(struct calls *calls, long a, int go) {
    if (!go) return 0;
    return calls->four(a, go, scramble(a, 2, 3, 4), a) + 1;
}

int main(void) {
    struct table table = {0, add, get};
    struct calls calls = {none_words, one_word, two_words, three_words, four_words};
    printf("%s\n", find(&table, "one", 2)->name);
    printf("%d\n", find(&table, "one", 1) == 0);
    printf("%d\n", find(&table, "?", 0) == &none);
    printf("%s\n", find_or_get(&table, "two", 3)->name);
    printf("%s\n", find_or_get(&table, "three", 2)->name);
    printf("%d\n", find_or_get(&table, "?", 1) == &none);
    printf("%ld\n", table.count);
    printf("%ld %ld %ld %ld %ld\n", call0(&calls, 5, 1), call1(&calls, 5, 1), call2(&calls, 5, 1), call3(&calls, 5, 1), call4(&calls, 5, 1));
    return 0;
}
