__attribute__((constructor(-1))) void a(void) {}
__attribute__((destructor(65536))) void b(void) {}
__attribute__((constructor("x"))) void c(void) {}
__attribute__((constructor(1, 2))) void d(void) {}
