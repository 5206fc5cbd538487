/* argc, argv and argv's end. */
#include <stdio.h>

int main(int argc, char **argv)
{
    int i;

    printf("%d\n", argc);
    for (i = 1; i < argc; i++)
        printf("[%s]\n", argv[i]);
    return argv[argc] != NULL;
}
