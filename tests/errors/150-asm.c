int main(void) {
    int x = 1;
    asm("nop");
    __asm__ volatile("" : "=r"(x + 1));
    asm("" : "r");
    return x;
}
asm(".globl main");
