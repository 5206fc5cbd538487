/* printf without arguments. */
#include <stdio.h>

int main(void)
{
    int size = printf("nothing to convert, 100%%\n");

    return size == 26 ? 0 : size;
}
