int *p; char *q; const char *c; unsigned *u; int take(char *text);
int main(void) { p = q; p = 5; int i = p; q = c; u = p; take(c); take(p); return q; }
int end_of_the_warnings = missing;
