#include <stdio.h>

int main(void)
{
    puts("hello");
    printf("%s, %d, %c, %5.2f\n", "world", 42, '!', 2.5);
    return 0;
}
