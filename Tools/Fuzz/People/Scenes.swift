import Harness

// Pieces of programs as they are found in many: a hash table with functions in it, a parser that gives up by longjmp, … Each is
// a text with random places; `$` stands for what makes its names its own. Each adds a function `unsigned long scene$(void)`.

extension Case {
    static var scenes: [(Case) -> () -> String] {
        [hashTable, sortedList, objects, errorPaths, parser, constructors, aliases, brokenPromise, formatted, states, device, handler, matrix]
    }

    /// Puts the texts into units, the last one beside the scene's function.
    private func scene(header: String = "", _ texts: String...) -> String {
        let end = name("")
        func named(_ text: String) -> String { text.replacing("$", with: end) }
        let units = (0..<texts.count).map { _ in random.below(Case.units) }
        if isDropped() { return "scene" + end }
        for (text, unit) in zip(texts, units) { add(named(text), to: unit) }
        addHeader(named(header))
        addHeader("unsigned long scene\(end)(void);")
        return "scene" + end
    }

    /// Random statements between those of the scene; they may return from the function.
    private func fragment(_ statements: Int, result: CType?, numbers: [(String, Number)], canWrite: Bool = false) -> String {
        let body = Body(self, unit: -1, function: Function(name: "", result: result, parameters: [], isPure: true))
        body.variables = numbers.map { Variable(name: $0.0, type: .number($0.1), canWrite: canWrite) }
        return body.fragment(statements)
    }

    private func count(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }

    // MARK: - Containers

    private func hashTable() -> String {
        // The allocation between the check and the call through the table is what register saving gets wrong.
        let more = count(0...7)
        let types = (0..<more).map { _ in random.pick(Number.allCases) }
        let parameters = types.map { ", " + $0.rawValue }.joined()
        let named = types.enumerated().map { ", \($1.rawValue) q\($0)" }.joined()
        let given = types.map { _ in ", \(random.below(100))" }.joined()
        let used = types.indices.map { "m->flags += q\($0) > 50;" }.joined(separator: " ")
        let look = "if ((m = tab->get(tab, name))) { m->flags |= flags; return m; }"
        let early = random.chance(1, in: 2) ? "if (flags & 4) { \(look) }" : look
        return scene(header: """
            struct node$ { struct node$ *next; char *name; int flags; \(random.pick(Number.integers).rawValue) value; };
            struct map$ {
                int size, count;
                unsigned (*hash)(const char *);
                void (*add)(struct map$ *, char *, void *\(parameters));
                void *(*get)(struct map$ *, const char *);
                int (*each)(struct map$ *, int (*)(struct node$ *, long *), long *);
                struct node$ **slots;
            };
            void *cal$(size_t);
            char *dup$(const char *);
            struct map$ *make$(int);
            struct node$ *define$(struct map$ *, const char *, int);
            """, """
            void *cal$(size_t size) {
                void *p = calloc(1, size);
                if (!p) die("memory", (int)size);
                return p;
            }

            char *dup$(const char *s) { return strcpy(cal$(strlen(s) + 1), s); }

            """, """
            static unsigned hash$(const char *s) {
                unsigned h = \(random.below(1000));
                while (*s) h = h * \(random.pick([31, 33, 65599])) + (unsigned char)*s++;
                return h;
            }

            static void *get$(struct map$ *t, const char *name) {
                struct node$ *n;
                for (n = t->slots[t->hash(name) % t->size]; n; n = n->next)
                    if (!strcmp(n->name, name)) return n;
                return NULL;
            }

            static void grow$(struct map$ *t) {
                struct node$ **old = t->slots, *n, *next;
                int i, size = t->size;
                t->size = size * 2 + 1;
                t->slots = cal$(t->size * sizeof *old);
                for (i = 0; i < size; i++)
                    for (n = old[i]; n; n = next) {
                        unsigned at = t->hash(n->name) % t->size;
                        next = n->next;
                        n->next = t->slots[at];
                        t->slots[at] = n;
                    }
                free(old);
            }

            static void add$(struct map$ *t, char *name, void *what\(named)) {
                struct node$ *m = what;
                unsigned at;
                if (t->count > t->size) grow$(t);
                at = t->hash(name) % t->size;
                m->name = name;
                \(used)
                m->next = t->slots[at];
                t->slots[at] = m;
                t->count++;
            }

            static int each$(struct map$ *t, int (*visit)(struct node$ *, long *), long *to) {
                int i;
                struct node$ *n;
                for (i = 0; i < t->size; i++)
                    for (n = t->slots[i]; n; n = n->next)
                        if (visit(n, to)) return i;
                return -1;
            }

            struct map$ *make$(int size) {
                struct map$ *t = cal$(sizeof *t);
                *t = (struct map$){ .size = size, .hash = hash$, .get = get$, .add = add$, .each = each$ };
                t->slots = cal$(size * sizeof *t->slots);
                return t;
            }

            """, """
            struct node$ *define$(struct map$ *tab, const char *name, int flags) {
                struct node$ *m;
                \(early)
                if (!(flags & 2)) return 0;
                m = cal$(sizeof *m);
                tab->add(tab, dup$(name), m\(given));
                \(random.chance(1, in: 2) ? "m->flags = flags;" : "")
                return m;
            }

            """, """
            static int visit$(struct node$ *n, long *to) {
                *to = (*to & 0xffffff) * 7 + n->flags + n->name[0];
                return n->flags == \(random.below(8));
            }

            unsigned long scene$(void) {
                struct map$ *t = make$(\(count(1...9)));
                unsigned long sum = 0;
                long seen = 0;
                char name[16];
                for (int i = 0; i < \(count(5...60)); i++) {
                    snprintf(name, sizeof name, "%c%d", 'a' + i % 26, i % 40);
                    struct node$ *n = define$(t, name, i & 7);
                    if (n) n->value = i, sum += n->value;
                }
                sum += t->each(t, visit$, &seen);
                return sum * 3 + t->count + seen;
            }

            """)
    }

    private func sortedList() -> String {
        let key = random.pick(Number.allCases).rawValue
        let extra = random.pick(records)
        return scene("""
            struct item$ { \(key) key; int at; \(extra.tag) extra; struct item$ *next; };

            static int compare$(const void *a, const void *b) {
                const struct item$ *x = a, *y = b;
                if (x->key != y->key) return x->key < y->key ? -1 : 1;
                return (x->at > y->at) - (x->at < y->at);
            }

            static struct item$ *insert$(struct item$ *list, struct item$ *one, int (*order)(const void *, const void *)) {
                struct item$ **at;
                for (at = &list; *at && order(*at, one) < 0; at = &(*at)->next)
                    ;
                one->next = *at;
                *at = one;
                return list;
            }

            static struct item$ *reverse$(struct item$ *list, struct item$ *done) {
                struct item$ *rest;
                if (!list) return done;
                rest = list->next;
                list->next = done;
                return reverse$(rest, list);
            }

            unsigned long scene$(void) {
                struct item$ items[\(count(3...30))] = { 0 }, *list = NULL, wanted = { 0 }, *found;
                const int n = sizeof items / sizeof *items;
                unsigned x = \(random.below(100_000)), h = 0;
                for (int i = 0; i < n; i++) {
                    x = x * 1103515245 + 12345;
                    items[i].key = x >> 16 & \(random.pick([15, 255]));
                    items[i].at = i;
                }
                qsort(items, n, sizeof *items, compare$);
                wanted = items[n / 2];
                found = bsearch(&wanted, items, n, sizeof *items, compare$);
                h = found ? found->at : 1000;
                for (int i = n; i-- > 0;) list = insert$(list, &items[(i * 7) % n == i ? i : i], compare$);
                for (list = reverse$(list, NULL); list; list = list->next) h = h * 31 + list->at + (unsigned)(int)list->key;
                return h;
            }

            """)
    }

    // MARK: - Functions behind pointers

    private func objects() -> String {
        let (a, b) = (random.pick(Number.allCases), random.pick(Number.allCases))
        let record = random.pick(records)
        let inner = fragment(count(1...3), result: .number(.f64), numbers: [("scale", b), ("self->side", a)])
        return scene(header: """
            struct shape$;
            struct kind$ {
                const char *name;
                double (*area)(const struct shape$ *, \(b.rawValue) scale);
                \(record.tag) (*info)(const struct shape$ *, \(record.tag), int, int, int, long, long, double);
                struct shape$ *(*change)(struct shape$ *, struct kind$ *, int (*)(int));
            };
            struct shape$ { const struct kind$ *kind; \(a.rawValue) side; int id; };
            extern const struct kind$ square$, circle$;
            """, """
            static double square_area$(const struct shape$ *self, \(b.rawValue) scale) {
            \(inner)
                return (double)self->side * self->side + (double)scale;
            }

            static \(record.tag) info$(const struct shape$ *self, \(record.tag) r, int a, int b, int c, long d, long e, double f) {
                mix(a + b + c + d + e + (long)f + self->id);
                return r;
            }

            const struct kind$ square$ = { "square", square_area$, info$, .change = NULL };

            """, """
            static double circle_area$(const struct shape$ *self, \(b.rawValue) scale) {
                return 3.0 * (double)self->side + (scale ? 0.25 : square$.area(self, scale));
            }

            static \(record.tag) info_circle$(const struct shape$ *self, \(record.tag) r, int a, int b, int c, long d, long e, double f) {
                return square$.info(self, r, b, a, self->id, e, d, -f);
            }

            const struct kind$ circle$ = { .name = "circle", .info = info_circle$, .area = circle_area$ };

            """, """
            static int limit$(int x) { return x & 0xff; }

            unsigned long scene$(void) {
                struct shape$ shapes[] = { { &square$, 3, 1 }, { &circle$, 5, 2 }, { .kind = &circle$, .id = 3 }, { &square$, .side = 1 } };
                const struct kind$ *last = NULL;
                unsigned long h = 5;
                \(record.tag) r = \(Body.zero(record));
                for (unsigned i = 0; i < sizeof shapes / sizeof *shapes; i++) {
                    struct shape$ *s = &shapes[i];
                    if (s->kind != last && s->kind->change) s = s->kind->change(s, NULL, limit$);
                    last = s->kind;
                    h = h * 31 + bits(s->kind->area(s, i + \(random.below(4)))) + strlen(s->kind->name);
                    r = s->kind->info(s, r, i, limit$(i * 1000), (int)h & 15, 4, h & 7, (double)i);
                }
                return h;
            }

            """)
    }

    private func states() -> String {
        let texts = (0..<3).map { _ in fragment(1, result: nil, numbers: [("*count", .i32), ("x", .u32)], canWrite: true) }
        return scene("""
            struct state$ { struct state$ (*next)(unsigned, int *); };
            static struct state$ start$(unsigned, int *), middle$(unsigned, int *), last$(unsigned, int *);

            static void step0$(unsigned x, int *count) {
            \(texts[0])}

            static void step1$(unsigned x, int *count) {
            \(texts[1])}

            static struct state$ start$(unsigned x, int *count) {
                step0$(x, count);
                return (struct state$){ x & 1 ? start$ : middle$ };
            }

            static struct state$ middle$(unsigned x, int *count) {
                if (unlikely(x % 13 == 5)) return (struct state$){ 0 };
                step1$(x, count);
                return (struct state$){ x & 2 ? last$ : start$ };
            }

            static struct state$ last$(unsigned x, int *count) {
                *count ^= x & 0xff;
                return (struct state$){ .next = x & 4 ? middle$ : start$ };
            }

            unsigned long scene$(void) {
                struct state$ s = { start$ };
                int count = \(random.below(100));
                unsigned x = \(random.below(100_000));
                for (int i = 0; i < \(count(3...40)) && s.next; i++) {
                    x = x * 69069 + 1;
                    s = s.next(x >> 16, &count);
                }
                return (unsigned)count;
            }

            """)
    }

    // MARK: - Ways out

    private func errorPaths() -> String {
        let words = count(1...9)
        let list = (0..<words).map { ", \(["int", "long", "double", "const char *", "short"][$0 % 5]) w\($0)" }.joined()
        func given(_ n: Int) -> String { (0..<words).map { ", " + ["n", "(long)h", "0.5 * n", "what", "\(n)"][$0 % 5] }.joined() }
        let parts = (0..<words).map { ["w\($0)", "w\($0)", "bits(w\($0))", "strlen(w\($0))", "w\($0)"][$0 % 5] }
        let mixed = parts.map { "mix(\($0));" }.joined(separator: " ")
        let before = fragment(count(0...2), result: nil, numbers: [("n", .i32), ("h", .u64)])
        return scene(header: "int report$(int\(list));", """
            __attribute__((cold)) int report$(int code\(list)) {
                \(mixed)
                return code;
            }

            """, """
            static void look$(int n, unsigned long h) {
            \(before)}

            static int work$(int n, const char *what, unsigned long *to) {
                char *a, *b = NULL;
                int *c = NULL, status = -1;
                unsigned long h = n;
                if (n < 0) return report$(-2\(given(2)));
                a = malloc(n + 1);
                if (!a) goto fail;
                look$(n, h);
                if (n % 5 == 3) {
                    status = report$(-3\(given(3)));
                    goto fail;
                }
                memset(a, n, n + 1);
                for (int i = 0; i <= n; i++) {
                    if (unlikely(i == 17)) { status = report$(i\(given(4))); goto free_a; }
                    h = h * 31 + a[i];
                }
                b = malloc(strlen(what) + 1);
                if (!b || n % 7 == 4) goto free_b;
                strcpy(b, what);
                c = alloca((n & 15) * sizeof *c + 4);
                for (int i = 0; i <= (n & 15); i++) c[i] = b[0] + i;
                h += c[n & 15];
                if (n % 11 == 6) h += report$(1\(given(5)));
                status = 0;
            free_b:
                free(b);
            free_a:
                free(a);
            fail:
                *to = h;
                return status;
            }

            unsigned long scene$(void) {
                unsigned long sum = 0, one = 0;
                for (int i = -1; i < \(count(4...24)); i++) {
                    sum = sum * 31 + work$(i, "abc" + (i & 1), &one);
                    sum ^= one;
                }
                return sum;
            }

            """)
    }

    private func parser() -> String {
        let texts = ["1+2*3", "(4-1)*(2+5)/3", "((7))", "12*(3", "5/0", "8%3-(2*-4)", "x", "", "-(-(-2))", "99999*99999"]
        let chosen = (0..<count(3...8)).map { _ in "\"\(random.pick(texts))\"" }.joined(separator: ", ")
        return scene("""
            static struct { const char *at; jmp_buf bad; int depth; } parse$;
            static long sum$(void);

            static _Noreturn __attribute__((noinline)) void fail$(int why) { longjmp(parse$.bad, why); }

            static long atom$(void) {
                long value = 0;
                if (*parse$.at == '(') {
                    parse$.at++;
                    value = sum$();
                    if (*parse$.at != ')') fail$(1);
                    parse$.at++;
                    return value;
                }
                if (*parse$.at == '-') { parse$.at++; return -atom$(); }
                if (*parse$.at < '0' || *parse$.at > '9') fail$(2);
                while (*parse$.at >= '0' && *parse$.at <= '9') value = value * 10 + (*parse$.at++ - '0');
                return value;
            }

            static long product$(void) {
                long value = atom$();
                for (;;) {
                    long other;
                    switch (*parse$.at) {
                    case '*': parse$.at++; value *= atom$(); break;
                    case '/': case '%': {
                        char sign = *parse$.at++;
                        if (!(other = atom$())) fail$(3);
                        value = sign == '/' ? value / other : value % other;
                        break;
                    }
                    default: return value;
                    }
                }
            }

            static long sum$(void) {
                long value;
                if (++parse$.depth > \(count(2...6))) fail$(4);
                value = product$();
                while (*parse$.at == '+' || *parse$.at == '-') value = *parse$.at++ == '+' ? value + product$() : value - product$();
                parse$.depth--;
                return value;
            }

            unsigned long scene$(void) {
                static const char *const texts[] = { \(chosen) };
                volatile unsigned long h = 1;
                volatile unsigned i;
                for (i = 0; i < sizeof texts / sizeof *texts; i++) {
                    int why;
                    parse$.at = texts[i];
                    parse$.depth = 0;
                    if ((why = setjmp(parse$.bad)) == 0) h = h * 31 + sum$();
                    else h = h * 17 + why;
                }
                return h;
            }

            """)
    }

    /// A promise that is not kept may do much, but it does not run into the next function. gcc's program does not try.
    private func brokenPromise() -> String {
        let bodies = [
            "int r = a + b; assume(a < b); return r;",
            "if (a < b) return a + b; __builtin_unreachable();",
            "switch (a) { case 1: return b; case 7: return a; default: __builtin_unreachable(); }",
            "int r = a * b; if (a == b) __builtin_unreachable(); return r;",
            "if (a == b) stop$(a); return a - b;",
        ]
        let (a, b) = (random.below(bodies.count), count(2...6))
        return scene("""
            static int asked$;

            static _Noreturn void stop$(int status) { _exit(status); __builtin_unreachable(); }

            __attribute__((noinline)) int promise$(int a, int b) { \(bodies[a]) }
            __attribute__((noinline)) int next$(int a, int b) { _exit(99 + (a + b) * 0); }

            unsigned long scene$(void) {
                int status = 0;
            #ifdef __MINICC__
                /* The child may come by here again: then there is no end to it. */
                if (asked$) _exit(99);
                asked$ = 1;
                pid_t child = fork();
                if (child == 0) {
                    alarm(2);
                    promise$(\(b), \(b));
                    _exit(0);
                }
                waitpid(child, &status, 0);
                if (WIFEXITED(status) && WEXITSTATUS(status) == 99) return 1;
                if (status > 100000) next$(1, 2);
            #endif
                return 0;
            }

            """)
    }

    // MARK: - Things of the language

    private func constructors() -> String {
        let priorities = (0..<3).map { _ in 200 + random.below(1000) * 10 + number }
        return scene(header: "extern int made$[4], made_count$;", """
            int made$[4], made_count$;
            __attribute__((constructor(\(priorities[0])))) static void make0$(void) { made$[made_count$++] = 1; }

            """, """
            __attribute__((constructor(\(priorities[1])))) static void make1$(void) { made$[made_count$++] = 2; }

            """, """
            __attribute__((constructor)) static void make3$(void) { made$[made_count$++] = 4; }
            __attribute__((constructor(\(priorities[2] + 10_000)))) static void make2$(void) { made$[made_count$++] = 3; }

            unsigned long scene$(void) { return made$[0] + 10 * made$[1] + 100 * made$[2] + 1000 * made$[3]; }

            """)
    }

    private func aliases() -> String {
        let type = random.pick(Number.integers).rawValue
        let defines = random.chance(1, in: 2)
        return scene(header: "extern \(type) weak$[4] __attribute__((weak));\nextern \(type) same$; extern \(type) other$;",
                     defines ? "\(type) weak$[4] = { 1, 2, 3, \(random.below(100)) };\n" : "", """
            \(type) same$ = \(random.below(100));
            extern \(type) other$ __attribute__((alias("same$")));

            """, """
            static \(type) both$(\(type) *p) {
                same$ = 3;
                *p = 5;
                other$ = same$ + 1;
                return same$;
            }

            unsigned long scene$(void) {
                unsigned long h = 0;
                for (int i = 0; i < \(count(1...5)); i++) {
                    if (weak$) h += weak$[i & 3];
                    h = h * 3 + both$(i & 1 ? &other$ : &same$);
                }
                return h;
            }

            """)
    }

    private func formatted() -> String {
        let record = random.pick(records)
        let field = record.fields[0]
        let first = field.number.isReal ? "1" : "(unsigned long)r.\(field.name)\(field.count > 0 ? "[0]" : "")"
        let formats = ["%d", "%5ld|", "%-6s.", "%x", "%.3f", "%c", "%08lx", "%+d", "%e", "%s"]
        let chosen = (0..<count(1...10)).map { _ in random.pick(formats) }
        let arguments = chosen.map { format -> String in
            switch format.last {
            case "f", "e": return "\(random.below(1000)).25 * i"
            case "s", ".": return "\"abcd\" + (i & 3)"
            case "c": return "'a' + i"
            default: return format.contains("l") ? "(long)i * \(random.below(100_000))" : "i - \(random.below(100))"
            }
        }
        return scene("""
            static int write$(char *to, size_t size, const char *format, va_list list) {
                va_list copy;
                int length;
                va_copy(copy, list);
                length = vsnprintf(NULL, 0, format, copy);
                va_end(copy);
                return length < (int)size ? vsnprintf(to, size, format, list) : -length;
            }

            static int print$(char *to, int level, const char *format, ...) {
                va_list list;
                int length;
                if (level < 1) return 0;
                va_start(list, format);
                length = write$(to, 200, format, list);
                va_end(list);
                return length;
            }

            static unsigned long pick$(int n, ...) {
                va_list list;
                unsigned long h = 0;
                va_start(list, n);
                while (n-- > 0) {
                    \(record.tag) r = va_arg(list, \(record.tag));
                    h = h * 31 + \(first);
                    h += va_arg(list, int);
                }
                va_end(list);
                return h;
            }

            unsigned long scene$(void) {
                char text[200] = "";
                unsigned long h = 0;
                for (int i = 0; i < \(count(1...5)); i++) {
                    \(record.tag) r = \(Body.zero(record));
                    h += print$(text, i, "\(chosen.joined(separator: " "))", \(arguments.joined(separator: ", ")));
                    for (char *p = text; *p;) h = h * 31 + *p++;
                    h += pick$(2, r, i, r, 2);
                }
                return h;
            }

            """)
    }

    /// Duff's device, and a K&R function that counts.
    private func device() -> String {
        let type = random.pick(Number.integers).rawValue
        // A prototype may come before: then nothing is promoted.
        return scene(header: random.chance(1, in: 2) ? "int copy$(\(type) *, const \(type) *, short);" : "int copy$();", """
            int copy$(to, from, count)
                \(type) *to; const \(type) *from; short count;
            {
                int n = (count + 3) / 4, done = 0;
                if (count <= 0) return 0;
                switch (count % 4) {
                case 0: do { *to++ = *from++; done++;
                case 3:      *to++ = *from++; done++;
                case 2:      *to++ = *from++; done++;
                case 1:      *to++ = *from++; done++;
                        } while (--n > 0);
                }
                return done;
            }

            unsigned long scene$(void) {
                \(type) a[20] = { 1, 2, [5 ... 9] = 3, \(random.below(300)) }, b[20] = { 0 };
                unsigned long h = 0;
                for (int i = 0; i <= \(count(4...20)); i++) h = h * 3 + copy$(b, a, (short)i) + b[i % 20];
                return h;
            }

            """)
    }

    /// Arrays of variable length as parameters.
    private func matrix() -> String {
        let number = random.pick(Number.allCases)
        let type = number.rawValue
        let inner = fragment(count(0...2), result: .number(.i64), numbers: [("n", .i32), ("a[n - 1][0]", number)])
        return scene(header: "void multiply$(int n, int m, \(type) to[n][m], \(type) from[m][n]);\nlong trace$(int, \(type) (*)[*]);", """
            void multiply$(int n, int m, \(type) to[n][m], \(type) from[m][n]) {
                \(type) row[m];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < m; j++) row[j] = from[j][i] + (i == j);
                    memcpy(to[i], row, sizeof row);
                }
            }

            """, """
            long trace$(int n, \(type) (*a)[n]) {
                long sum = 0;
            \(inner)
                for (int i = 0; i < n; i++) sum = sum * 3 + (a[i][n - 1 - i] > 2) + (long)(sizeof a[i] / sizeof a[0][0]);
                return sum;
            }

            """, """
            unsigned long scene$(void) {
                unsigned long h = 1;
                for (int n = 1; n < \(count(3...9)); n++) {
                    \(type) a[n][n], (*b)[n] = \(random.pick(["alloca", "malloc"]))(n * sizeof *b), c[n + 1][n];
                    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i][j] = i * \(count(1...9)) + j;
                    multiply$(n, n, b, a);
                    h = h * 31 + trace$(n, b) + trace$(n, a);
                    multiply$(n + 1 - 1, n, c, b);
                    h += sizeof c / sizeof c[0] + (c[n - 1][0] > 1);
                }
                return h;
            }

            """)
    }

    /// A handler writes what a loop waits for; with a timer the loop calls nothing.
    private func handler() -> String {
        let wait = random.chance(1, in: 2) ? """
                signal(SIGUSR1, deliver$);
                while (!mail$.ready) if (++rounds == \(count(1...5))) raise(SIGUSR1);
            """ : """
                struct mail$ seen;
                struct itimerval soon = { .it_value = { .tv_usec = 1000 } };
                signal(SIGALRM, deliver$);
                setitimer(ITIMER_REAL, &soon, NULL);
                do seen = mail$; while (!seen.ready);
                rounds = seen.ready == SIGALRM;
            """
        return scene("""
            struct mail$ { int ready; long value; };
            static volatile struct mail$ mail$;

            static void deliver$(int signal) {
                mail$.value = \(random.below(1000));
                mail$.ready = signal;
            }

            unsigned long scene$(void) {
                int rounds = 0;
            \(wait)
                return rounds * 1000 + mail$.value;
            }

            """)
    }
}
