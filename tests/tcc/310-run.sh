# -run compiles to memory and runs there, with arguments, environment, buffered output, exit status, constructors.
# $TCC is a command of several words.
cat >program.c <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *names[] = { "zero", "one", "two" };
static int order(const void *a, const void *b) { return strcmp(*(char **)a, *(char **)b); }
__attribute__((constructor)) static void begin(void) { printf("constructor\n"); }
__attribute__((destructor)) static void end(void) { printf("destructor\n"); }

int main(int argc, char **argv)
{
    char *block = malloc(100000);
    int i;

    memset(block, 'x', 100000);
    qsort(names, 3, sizeof *names, order);
    for (i = 0; i < 3; i++)
        printf("%s ", names[i]);
    for (i = 1; i < argc; i++)
        printf("%s ", argv[i]);
    printf("%.3f %c %s\n", argc / 7.0, block[99999], getenv("GREETING"));
    return 42;
}
END
GREETING=hello $TCC -run program.c first second
echo "status $?"

cat >leaves.c <<'END'
#include <stdio.h>
#include <stdlib.h>
static void last(void) { printf("atexit\n"); }
int main(void) { atexit(last); printf("before exit\n"); exit(5); }
END
$TCC -run leaves.c
echo "status $?"

echo 'int main(void) { return undefined_function(); }' | $TCC -run -
echo "status $?"
