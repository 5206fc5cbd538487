/* At file scope for ever; in a block until its end; one object each time round. */
#include "show.h"
static const char **names = (const char *[]){ "x", "y", 0 }; static struct s { int n; const struct s *next; } *head = &(struct s){ 1, &(struct s){ 2, &(const struct s){ 3, 0 } } };
static int use(int *p, int n) { int s = 0; while (n--) s += p[n]; return s; } static int *kept;
int main(void) { put(names[1]); put("\n"); int t = 0; for (const struct s *p = head; p; p = p->next) t = t * 10 + p->n; SHOW(t); head->n = 9; SHOW(head->n); SHOW(use((int[]){ 1, 2, t }, 3)); for (int i = 0; i < 3; i++) { int *p = (int[2]){ i }; p[1] += i + 1; SHOW(p[0] * 10 + p[1]); kept = p; } int n = 3; struct s local = *&(struct s){ .n = n * 2 }; SHOW(local.n); SHOW(((union { int i; char c[4]; }){ 0x41424344 }).c[3]); SHOW((&(int){ 5 })[0]++); SHOW(sizeof (int[]){ 1, 2, 3 }); char *text = (char[]){ "modifiable" }; text[0] = 'M'; put(text); put("\n"); return 0; }
