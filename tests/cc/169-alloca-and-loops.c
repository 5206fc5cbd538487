/* alloca lives until the function ends, arrays of variable length until their block does. */
#include "show.h"
struct node { struct node *next; int value; };
static int chain(int n) { struct node *list = 0; for (int i = 0; i < n; i++) { struct node *p = __builtin_alloca(sizeof *p); p->next = list; p->value = i; list = p; } int s = 0; for (; list; list = list->next) s = s * 3 + list->value; return s; }
static int reuse(int rounds) { int s = 0; for (int i = 0; i < rounds; i++) { char a[1000 + i % 7]; a[0] = i; a[sizeof a - 1] = 1; s += a[0] + a[sizeof a - 1]; if (i & 1) continue; s++; } return s; }
static int leave(int n) { for (int i = 1; ; i++) { int a[i * 100]; a[0] = i; if (i == n) goto out; if (i > 1000) break; } out: return n; }
static int nested(int n) { int a[n]; a[n - 1] = 1; { int b[n * 2]; b[0] = 2; { int c[n * 3]; c[0] = 3; a[0] = b[0] + c[0]; } } return a[0] + a[n - 1]; }
int main(void) { SHOW(chain(50)); SHOW(reuse(100000)); int s = 0; for (int i = 0; i < 5000; i++) s += leave(i % 10 + 1) + nested(i % 20 + 2); SHOW(s); return 0; }
