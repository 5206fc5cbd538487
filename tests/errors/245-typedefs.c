typedef int number;
typedef long number;
typedef int number;
number number;
typedef int sized = 4;
typedef static int wrong;
int main(void) {
    number a = 1;
    int number = 2;
    number b;
    return sizeof(unknown) + (unknown)1;
}
