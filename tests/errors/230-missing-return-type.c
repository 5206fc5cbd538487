count(void) { return 1; }
static total;
int main(void) { return count() + total; }
int f(int) { return 0 }
