/* ({ … }) wherever an expression may stand. */
#include "show.h"

#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
struct pair { int x, y; };
static int called;
static int once(int n) { called++; return n; }
static int early(int n) { int r = ({ if (n > 5) return 100; n * 2; }); return r + 1; }

int main(void) {
    SHOW(MAX(once(3), once(4)));
    SHOW(called);
    SHOW(MAX(MAX(1, 5), MAX(2, 3)));
    SHOW(early(3));
    SHOW(early(6));
    SHOW(({ int s = 0; for (int i = 1; i < 5; i++) s += i; s; }) * 2);
    struct pair p = ({ struct pair q = { 1, 2 }; q.x += 10; q; });
    SHOW(p.x + p.y);
    SHOW(({ struct pair z = { 7, 8 }; z; }).y);
    ({ put("nothing\n"); });
    int i = 0;
    while (({ i++; i < 5; })) if (({ i == 3; })) break;
    SHOW(i);
    for (int k = 0; k < 10; k++) { int v = ({ if (k == 4) break; if (k & 1) continue; k; }); i += v; }
    SHOW(i);
    SHOW(({ 1; 2; 3; }));
    SHOW(({ char c = 300 - 256 + 200; c; }) < 0);
    SHOW(({ lab: if (i++ < 12) goto lab; i; }));
    SHOW(sizeof(({ char c = 1; c; })));
    return 0;
}
