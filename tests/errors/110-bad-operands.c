struct s { int x; } s; int *p, *q; double d;
int main(void) { s + 1; p + q; p * 2; d % 2; ~d; !s; -p; *d; d << 1; s ? 1 : 2; p[q]; 1[2]; return s && 1; }
