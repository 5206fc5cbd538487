/* A small language: recursive descent over text, variables, loops. */
#include "show.h"
static const char *p; static long variables[26];
static long expression(void);
static void blanks(void) { while (*p == ' ') p++; }
static int accept(char c) { blanks(); if (*p != c) return 0; p++; return 1; }
static long primary(void) { blanks(); if (accept('(')) { long v = expression(); accept(')'); return v; } if (accept('-')) return -primary(); if (*p >= 'a' && *p <= 'z') return variables[*p++ - 'a']; long v = 0; while (*p >= '0' && *p <= '9') v = v * 10 + (*p++ - '0'); return v; }
static long term(void) { long v = primary(); for (;;) if (accept('*')) v *= primary(); else if (accept('/')) { long d = primary(); v = d ? v / d : 0; } else if (accept('%')) { long d = primary(); v = d ? v % d : 0; } else return v; }
static long sum(void) { long v = term(); for (;;) if (accept('+')) v += term(); else if (accept('-')) v -= term(); else return v; }
static long expression(void) { long v = sum(); for (;;) if (accept('<')) v = v < sum(); else if (accept('>')) v = v > sum(); else if (accept('=')) v = v == sum(); else return v; }
static void skip(void) { int depth = 0; do { if (*p == '{') depth++; if (*p == '}') depth--; p++; } while (depth); }
static void statement(void) {
    blanks();
    if (accept('?')) { const char *start = p; while (expression()) { accept('{'); while (!accept('}')) statement(); p = start; } blanks(); skip(); }
    else if (accept('!')) { put_number(expression()); put("\n"); accept(';'); }
    else { int v = *p++ - 'a'; accept(':'); variables[v] = expression(); accept(';'); }
}
static void run(const char *program) { for (p = program; blanks(), *p; ) statement(); }

int main(void) {
    run("n: 10; f: 1; ? n > 1 { f: f * n; n: n - 1; } !f;");
    run("a: 0; b: 1; i: 0; ? i < 50 { t: a + b; a: b; b: t; i: i + 1; } !a;");
    run("n: 2; c: 0; ? n < 60 { d: 2; p: 1; ? (d * d < n + 1) * p { ? (n % d = 0) * p { p: 0; } d: d + 1; } c: c + p; n: n + 1; } !c;");
    run("!-(3 - 5) * 7 % 4 - 100 / -7;");
    return 0;
}
