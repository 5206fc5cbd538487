void nothing(void); int main(void) { int x = nothing(); nothing() + 1; return nothing(); } void g(void) { return 1; } int h(void) { return; }
