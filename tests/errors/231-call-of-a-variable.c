int number;
int *pointer;
int main(void) {
    number();
    pointer(1);
    return 3(4);
}
