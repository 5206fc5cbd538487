int main(void) { else return 1; return 0; }
