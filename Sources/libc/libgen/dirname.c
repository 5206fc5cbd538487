#include <libgen.h>
#include <string.h>

char *dirname(char *path)
{
    char *end;

    if (!path || !*path)
        return ".";
    end = path + strlen(path);
    while (end > path && end[-1] == '/')
        end--;
    while (end > path && end[-1] != '/')
        end--;
    if (end == path)
        return *path == '/' ? "/" : ".";
    while (end > path && end[-1] == '/')
        end--;
    if (end == path)
        return "/";
    *end = 0;
    return path;
}
