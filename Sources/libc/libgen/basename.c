#include <libgen.h>
#include <string.h>

char *basename(char *path)
{
    char *end;

    if (!path || !*path)
        return ".";
    end = path + strlen(path);
    while (end > path + 1 && end[-1] == '/')
        *--end = 0;
    while (end > path && end[-1] != '/')
        end--;
    return *end ? end : path;
}
