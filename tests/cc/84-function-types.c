/* Functions as values: arrays, structs, results, comparison. */
#include "show.h"

typedef int binary(int, int);
static binary add, sub, mul;
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static struct { char symbol; binary *run; } operators[] = { { '+', add }, { '-', &sub }, { '*', *mul } };
static binary *find(char c) { for (int i = 0; i < 3; i++) if (operators[i].symbol == c) return operators[i].run; return 0; }
static int fold(binary *f, int n, const int *a) { int r = a[0]; for (int i = 1; i < n; i++) r = f(r, a[i]); return r; }
static int evaluate(const char *p) { int stack[8], top = 0; for (; *p; p++) if (*p >= '0' && *p <= '9') stack[top++] = *p - '0'; else { top--; stack[top - 1] = (**find(*p))(stack[top - 1], stack[top]); } return stack[0]; }
struct object { int value; struct methods { int (*get)(struct object *); void (*set)(struct object *, int); } *methods; };
static int get(struct object *o) { return o->value; }
static void set(struct object *o, int v) { o->value = v; }
static struct methods methods = { get, set };

int main(void) {
    SHOW(find('*')(6, 7));
    SHOW(find('/') == 0);
    SHOW(fold(add, 5, (int[]){ 1, 2, 3, 4, 5 }));
    SHOW(evaluate("34+2*7-"));
    struct object o = { 1, &methods };
    o.methods->set(&o, o.methods->get(&o) + 41);
    SHOW(o.value);
    SHOW(add == *add && &add == **add);
    SHOW((o.value ? add : sub)(10, 3));
    SHOW((put(""), mul)(3, 4));
    binary **pp = &operators[1].run;
    SHOW((*pp)(9, 4));
    void *erased = (void *)mul;
    SHOW(((int (*)(int, int))erased)(5, 5));
    SHOW(sizeof(binary *));
    return 0;
}
