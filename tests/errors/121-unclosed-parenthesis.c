int f(int a);
int main(void) {
    int x = (1 + 2;
    f(1, 2;
    if (x { return 1; }
    int a[3 = { 1 };
    return x;
}
