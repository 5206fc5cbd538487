#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(execve);
INNER_NAME(execvp);

/* The arguments as a vector; the list stands behind their NULL afterwards. */
static char **execl_vector(const char *argument, va_list counting, va_list *list)
{
    size_t count = 1, index;
    char **vector;

    while (va_arg(counting, char *))
        count++;
    vector = malloc((count + 1) * sizeof *vector);
    if (!vector)
        return NULL;
    vector[0] = (char *)argument;
    for (index = 1; index <= count; index++)
        vector[index] = va_arg(*list, char *);
    return vector;
}

int execl(const char *path, const char *argument, ...)
{
    va_list counting, list;
    char **vector;

    va_start(counting, argument);
    va_start(list, argument);
    vector = execl_vector(argument, counting, &list);
    va_end(counting);
    va_end(list);
    if (vector) {
        __execve(path, vector, environ);
        free(vector);
    }
    return -1;
}

int execlp(const char *name, const char *argument, ...)
{
    va_list counting, list;
    char **vector;

    va_start(counting, argument);
    va_start(list, argument);
    vector = execl_vector(argument, counting, &list);
    va_end(counting);
    va_end(list);
    if (vector) {
        __execvp(name, vector);
        free(vector);
    }
    return -1;
}

int execle(const char *path, const char *argument, ...)
{
    va_list counting, list;
    char **vector, **environment;

    va_start(counting, argument);
    va_start(list, argument);
    vector = execl_vector(argument, counting, &list);
    environment = va_arg(list, char **);
    va_end(counting);
    va_end(list);
    if (vector) {
        __execve(path, vector, environment);
        free(vector);
    }
    return -1;
}
