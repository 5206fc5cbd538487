struct later; struct later x; struct later *p; void v;
int main(void) { struct later y; sizeof(struct later); p->a; p + 1; *p; void z; int a[]; return 0; }
