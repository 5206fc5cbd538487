_Complex double z; _Atomic int a; _Thread_local int t; __int128 big;
int main(void) { asm("nop"); return 0; }
asm("global");
