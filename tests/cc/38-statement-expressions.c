#include "show.h"
#define MAX(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
struct p { int x, y; };
int main(void) { int i = 3, n = 0; SHOW(MAX(i++, 2)); SHOW(i); SHOW(({ int s = 0; for (int k = 0; k < 5; k++) s += k; s; })); struct p p = ({ struct p q = { 1, 2 }; q.x++; q; }); SHOW(p.x); SHOW(({ goto skip; 1; }) + 0); skip: n++; SHOW(n); ({ n = 9; }); SHOW(n); SHOW(({ struct p q = { 7, 8 }; q; }).y); if (({ n--; n > 5; })) SHOW(n); return 0; }
