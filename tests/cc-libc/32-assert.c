/* assert: the message on standard error, and abort. NDEBUG switches it off, file by file. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int evaluated;

static int count(int value)
{
    evaluated++;
    return value;
}

int main(void)
{
    char text[300];
    int ends[2], child, status;
    ssize_t size;

    assert(count(1));
    assert(count(2) == 2 && "a reason");
    pipe(ends);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        dup2(ends[1], 2);
        assert(1 + 1 == 3);
        return 0;
    }
    waitpid(child, &status, 0);
    size = read(ends[0], text, sizeof text - 1);
    text[size > 0 ? size : 0] = 0;
    text[strcspn(text, "\n")] = 0;
    /* What stands before the function's name is the path of the source or of the program. */
    {
        char *at = text, *found = text;
        for (; *at; at++)
            if (at[0] == ' ' && at[1] == 'm')
                found = at + 1;
        printf("%s\n", found);
    }
    printf("%d %d\n", WIFSIGNALED(status), evaluated);
    return 0;
}

#define NDEBUG
#include <assert.h>

void unused(void)
{
    assert(0);
}
