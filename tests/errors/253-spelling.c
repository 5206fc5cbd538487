#inclued <stdio.h>
struct point { int first, second; };
int counter;
int main(void) {
    struct point p = { .frist = 1 };
    whlie (countre) p.secnod++;
    retrun p.first;
}
