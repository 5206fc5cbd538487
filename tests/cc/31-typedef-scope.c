#include "show.h"
typedef int T; typedef T *TP, TA[3]; typedef struct node { struct node *next; T v; } node; T T_global = 4;
static int f(void) { int T = 3; return T * 2; } static int g(T) ; static int g(int T) { return T; }
int main(void) { TA a = { 1, 2, 3 }; TP p = a; SHOW(p[2]); node n = { 0, 5 }, m = { &n, 6 }; SHOW(m.next->v); SHOW(f()); SHOW(g(8)); { typedef char T; SHOW(sizeof(T)); } SHOW(sizeof(T)); unsigned T = 1; SHOW(T); struct T { char c[7]; } t; SHOW(sizeof t); SHOW(sizeof(struct T)); return T_global; }
