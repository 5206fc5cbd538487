#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

/* The table that was allocated here, if environ still is that one, and its capacity. */
static char **setenv_table;
static size_t setenv_capacity;

static size_t setenv_count(void)
{
    size_t count = 0;

    if (environ)
        while (environ[count])
            count++;
    return count;
}

/* The entry for name (size bytes long), or the terminating NULL's place. */
static size_t setenv_find(const char *name, size_t size)
{
    size_t index = 0;

    if (environ)
        for (; environ[index]; index++)
            if (strncmp(environ[index], name, size) == 0 && environ[index][size] == '=')
                break;
    return index;
}

static int setenv_bad_name(const char *name)
{
    if (name && *name && !strchr(name, '='))
        return 0;
    errno = EINVAL;
    return 1;
}

static int setenv_put(char *entry, size_t name_size)
{
    size_t index = setenv_find(entry, name_size);
    size_t count;

    if (environ && environ[index]) {
        environ[index] = entry;
        return 0;
    }
    count = setenv_count();
    if (environ != setenv_table || count + 2 > setenv_capacity) {
        size_t capacity = 2 * count + 16;
        char **table = malloc(capacity * sizeof *table);
        if (!table)
            return -1;
        if (count)
            memcpy(table, environ, count * sizeof *table);
        if (environ == setenv_table)
            free(setenv_table);
        environ = setenv_table = table;
        setenv_capacity = capacity;
    }
    environ[count] = entry;
    environ[count + 1] = NULL;
    return 0;
}

/* Entries that are replaced are not freed: getenv may have handed them out. */
int __setenv(const char *name, const char *value, int replace)
{
    size_t name_size, value_size;
    char *entry;

    if (setenv_bad_name(name))
        return -1;
    name_size = strlen(name);
    value_size = strlen(value);
    if (!replace && environ && environ[setenv_find(name, name_size)])
        return 0;
    entry = malloc(name_size + value_size + 2);
    if (!entry)
        return -1;
    memcpy(entry, name, name_size);
    entry[name_size] = '=';
    memcpy(entry + name_size + 1, value, value_size + 1);
    return setenv_put(entry, name_size);
}
PUBLIC_NAME(setenv);

int __unsetenv(const char *name)
{
    size_t size, from, to;

    if (setenv_bad_name(name))
        return -1;
    if (!environ)
        return 0;
    size = strlen(name);
    for (from = to = 0; environ[from]; from++)
        if (strncmp(environ[from], name, size) != 0 || environ[from][size] != '=')
            environ[to++] = environ[from];
    environ[to] = NULL;
    return 0;
}
PUBLIC_NAME(unsetenv);

int __putenv(char *entry)
{
    char *equals = strchr(entry, '=');

    if (!equals)
        return __unsetenv(entry);
    return setenv_put(entry, (size_t)(equals - entry));
}
PUBLIC_NAME(putenv);

int __clearenv(void)
{
    if (environ)
        environ[0] = NULL;
    return 0;
}
PUBLIC_NAME(clearenv);
