const int limit = 3;
int main(void) {
    const char *text = "abc";
    char *const fixed = 0;
    limit = 4;
    limit++;
    text[0] = 'x';
    fixed = 0;
    5 = limit;
    limit + 1 = 2;
    "abc" = text;
    return 0;
}
