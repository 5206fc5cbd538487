int (*table[3])(const char *, ...); char (*row)[5]; struct deep { int x; } *const volatile *p; int *target; void take(int (*callback)(void *, unsigned long));
int main(void) { target = table; target = row; target = p; take(main); target = &table[0]; return 0; }
int end_of_the_warnings = missing;
