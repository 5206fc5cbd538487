#include "show.h"
int main(void) { int x = 5; typeof(x) y = 6; typeof(int *) p = &y; __typeof__(*p) z = *p + 1; typeof(x + 1L) l = 1; SHOW(y + z); SHOW(sizeof l); typeof(char[3]) a = { 1, 2, 3 }; SHOW(sizeof a); const int c = 1; typeof(c) d = 2; SHOW(d); __auto_type q = 2.5; SHOW(sizeof q); SHOW((int)(q * 2)); typeof(int (int)) *fp = 0; SHOW(fp == 0); return 0; }
