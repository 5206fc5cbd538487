int main(void) {
    goto nowhere;
here:
here:
    return 0;
}
