int new, class, this;
int default = 3;
struct int { int a; };
int main(void) {
    int for = 1;
    return if;
}
