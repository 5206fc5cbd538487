struct point { int first, second; };
int f(struct point *p, struct point q) { return p->frist + q.third + p.first + q->second; }
