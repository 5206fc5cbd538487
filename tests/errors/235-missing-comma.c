int f(int a int b);
int list[] = { 1 2, 3 };
int main(void) {
    return f(1 2);
}
