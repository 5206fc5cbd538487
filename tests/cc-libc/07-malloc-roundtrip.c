/* malloc, calloc, realloc, free: bytes stay what they were, freed memory is found again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = malloc(20);
    int *numbers = calloc(1000, sizeof *numbers);
    char *large;
    int i, sum = 0;

    strcpy(text, "kept over realloc");
    for (i = 0; i < 1000; i++)
        sum += numbers[i];
    printf("zeros %d\n", sum);
    for (i = 0; i < 1000; i++)
        numbers[i] = i;
    text = realloc(text, 200000);
    puts(text);
    for (i = 0; i < 1000; i++)
        sum += numbers[i];
    printf("sum %d\n", sum);
    free(numbers);
    large = malloc(100);
    memset(large, 'x', 100);
    puts(text);
    free(large);
    free(text);
    free(NULL);
    printf("aligned %d\n", (int)((unsigned long)malloc(1) % 16));
    printf("too much %p\n", malloc((size_t)-1000));
    return 0;
}
