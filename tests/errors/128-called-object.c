int x; int main(void) { x(); x.y; x->y; (*main)(1, 2, 3); "text"(); return 0; }
