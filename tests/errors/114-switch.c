int main(int n, char **v) {
    case 1:;
    switch (n) { case 1: case 2: case 1: break; case 5 ... 9: case 7: default: default: ; case n: ; }
    switch (v) { }
    break;
    continue;
    return 0;
}
