int declared(int);
extern int variable;
static int used(void) { return variable; }
extern int only_in_an_initialiser[];
int *pointer = only_in_an_initialiser;
#define CALL(x) declared(x)
int main(void) {
    pointer++;
    return used() + CALL(1) + CALL(2) + undeclared();
}
