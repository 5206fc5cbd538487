_Complex double z; _Atomic int a; __int128 big;
int main(void) { asm("nop"); return 0; }
asm("global");
