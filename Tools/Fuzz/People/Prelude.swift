/// What all generated programs have in common.
enum Prelude {
    static let header = """
        #include <alloca.h>
        #include <limits.h>
        #include <math.h>
        #include <setjmp.h>
        #include <signal.h>
        #include <stdarg.h>
        #include <stddef.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/time.h>
        #include <sys/wait.h>
        #include <unistd.h>

        #define unlikely(x) __builtin_expect(!!(x), 0)
        #define assume(x) ((x) ? (void)0 : __builtin_unreachable())

        typedef long callback(long, int);

        /* The checksum that everything goes into; -DTRACE prints what goes in. */
        extern unsigned long sum;
        void mix(unsigned long);
        _Noreturn void die(const char *, int);
        callback plain;
        void throw_to(jmp_buf *, int);
        unsigned long take(int, const char *, ...);
        unsigned long take_list(const char *, va_list);

        static inline void at_end(int *what) { mix(*what); }

        /* The bits of a number; those of a NaN differ between machines. */
        static inline unsigned long bits(double x) {
            unsigned long u;
            if (x != x) return 1;
            memcpy(&u, &x, sizeof u);
            return u;
        }

        """

    static let definitions = """
        unsigned long sum;

        void mix(unsigned long x) {
        #ifdef TRACE
            printf("%lx\\n", x);
        #endif
            sum = (sum ^ x) * 0x9e3779b97f4a7c15;
            sum ^= sum >> 29;
        }

        _Noreturn void die(const char *what, int number) {
            printf("%s %d\\n", what, number);
            exit(3);
        }

        long plain(long x, int y) { return x ^ y; }

        void throw_to(jmp_buf *to, int value) { longjmp(*to, value); }

        /* Variable arguments by a list of letters. */
        unsigned long take_list(const char *kinds, va_list list) {
            unsigned long h = 7;
            for (; *kinds; kinds++) {
                switch (*kinds) {
                case 'i': h = h * 31 + (unsigned)va_arg(list, int); break;
                case 'l': h = h * 31 + va_arg(list, unsigned long); break;
                case 'd': h = h * 31 + bits(va_arg(list, double)); break;
                case 's': h = h * 31 + strlen(va_arg(list, const char *)); break;
                default: die("kind", *kinds);
                }
            }
            return h;
        }

        unsigned long take(int twice, const char *kinds, ...) {
            va_list list, copy;
            unsigned long h;
            va_start(list, kinds);
            va_copy(copy, list);
            h = take_list(kinds, list);
            if (twice) h = h * 17 + take_list(kinds, copy);
            va_end(copy);
            va_end(list);
            return h;
        }

        """

    static func main(cases: [Int]) -> String {
        let calls = cases.map { "    case\($0)();\n    printf(\"\($0) %016lx\\n\", sum);\n    fflush(stdout);" }
        return "int main(void) {\n" + calls.joined(separator: "\n") + "\n    return 0;\n}\n"
    }
}
