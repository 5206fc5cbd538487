int add(int a, int b);
int main(void) {
    int sum = add(1 2);
    sum += add(1, 2;
    return add(sum;
}
