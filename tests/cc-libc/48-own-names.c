/* A program may have functions of its own under names that are the library's only by extension. */

extern int printf(const char *format, ...);

static int calls;

char *strdup(const char *text)
{
    calls++;
    return (char *)text;
}

long getline(char *line, int size)
{
    calls++;
    line[0] = 0;
    return size;
}

int index(int a, int b)
{
    calls++;
    return a + b;
}

int main(void)
{
    char line[4];

    printf("%s %ld %d %d\n", strdup("mine"), getline(line, 4), index(2, 3), calls == 3 || calls < 3);
    return 0;
}
