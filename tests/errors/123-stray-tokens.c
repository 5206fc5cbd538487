int main(void) { return 0; } }
) int a;
int b @ 3;
int c # 4;
42;
