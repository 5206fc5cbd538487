int main(void) {
    case 1: return 1;
    default: ;
    break;
    continue;
    switch (2) { continue; }
    return 0;
}
