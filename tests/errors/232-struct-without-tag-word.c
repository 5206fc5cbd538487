struct point { int x, y; };
enum colour { red };
point a;
int main(void) {
    point b;
    colour c = red;
    return 0;
}
