int main(void) {
    int a[3] = { 1, 2, 3 ;
    if (a[0] {
        a[1] = 2;
    }
    while a[0] < 3) a[0]++;
    return a[2;
}
