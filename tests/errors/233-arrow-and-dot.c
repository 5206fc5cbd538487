struct point { int x, y; };
int main(void) {
    struct point p, *q = &p;
    p->x = 1;
    q.y = 2;
    q->z = 3;
    int n = 4;
    return n.x + n->y + p.;
}
