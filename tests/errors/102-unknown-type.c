typedef int number_t;
struct point { int x; };
int f(void) {
    numbr_t a;
    point p;
    return 0;
}
