#include <stdlib.h>
#include <string.h>

char *getenv(const char *name)
{
    size_t size = strlen(name);
    char **entry;

    if (!environ || size == 0)
        return NULL;
    for (entry = environ; *entry; entry++)
        if (strncmp(*entry, name, size) == 0 && (*entry)[size] == '=')
            return *entry + size + 1;
    return NULL;
}
