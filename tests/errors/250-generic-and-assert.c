_Static_assert(1 == 2, "numbers differ");
_Static_assert(sizeof(int) == 8);
int x;
_Static_assert(x, "no constant");
int main(void) {
    int a = _Generic(x, char: 1, long: 2);
    int b = _Generic(x, int: 1, int: 2);
    int c = _Generic(x, default: 1, default: 2);
    int d = _Generic(x);
    return _Generic(x, void: 1, int[]: 2, default: 3) + a;
}
