/* getenv, setenv, unsetenv, putenv, and environ itself. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static const char *show(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "(none)";
}

int main(void)
{
    static char entry[] = "PUT=by putenv";
    char name[20];
    int i, found = 0;

    printf("%s\n", show("CC_LIBC_NOT_THERE"));
    printf("%d ", setenv("CC_LIBC", "one", 0));
    printf("%s\n", show("CC_LIBC"));
    printf("%d ", setenv("CC_LIBC", "two", 0));
    printf("%s\n", show("CC_LIBC"));
    printf("%d ", setenv("CC_LIBC", "three", 1));
    printf("%s\n", show("CC_LIBC"));
    printf("%d ", setenv("CC_LIBC_EMPTY", "", 1));
    printf("%s\n", show("CC_LIBC_EMPTY"));
    printf("%d ", putenv(entry));
    printf("%s\n", show("PUT"));
    errno = 0;
    printf("%d", setenv("A=B", "x", 1));
    printf(" %d\n", errno == EINVAL);
    for (i = 0; i < 200; i++) {
        snprintf(name, sizeof name, "MANY%d", i);
        setenv(name, name + 4, 1);
    }
    printf("%s %s\n", show("MANY0"), show("MANY199"));
    for (i = 0; environ[i]; i++)
        found += strncmp(environ[i], "MANY", 4) == 0;
    printf("%d\n", found);
    printf("%d ", unsetenv("CC_LIBC"));
    printf("%s\n", show("CC_LIBC"));
    unsetenv("MANY7");
    printf("%s %s\n", show("MANY7"), show("MANY77"));
    return 0;
}
