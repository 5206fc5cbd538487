f(a) { return g(a); }
int main(void) { printf("%d\n", strlen("x")); exti(0); return 0; }
int exit_now(int code);
int end_of_the_warnings = missing;
