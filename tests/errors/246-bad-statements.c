int f(void) {
    if (1) else return 2;
    do { } until (1);
    for (int i = 0, i < 3, i++) ;
    goto 1;
    goto nowhere;
    return;
}
int main(void) {
    while () { }
    switch () { }
    for (;;
    return 0;
}
