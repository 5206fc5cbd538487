#include <errno.h>
#include <string.h>
#include "../internal/users.h"

/* NAME:PASSWORD:GROUP:MEMBER,MEMBER... The list of the members stands behind the line in the same room. */
int __users_take_group(void *entry, char *line, char *end)
{
    struct group *group = entry;
    char *number, *list;
    size_t members = 0;

    if (!(group->gr_name = __users_field(&line)) || !(group->gr_passwd = __users_field(&line))
        || !(number = __users_field(&line)))
        return EINVAL;
    if (!*group->gr_name || *group->gr_name == '#' || __users_number(number, &group->gr_gid)) return EINVAL;
    list = line + strlen(line) + 1;
    list += -(size_t)list % sizeof(char *);
    group->gr_mem = (char **)(void *)list;
    for (;;) {
        char *comma;

        if ((size_t)end < (size_t)list || (size_t)(end - list) < (members + 1) * sizeof(char *)) return ERANGE;
        if (!*line) break;
        group->gr_mem[members++] = line;
        comma = strchr(line, ',');
        if (!comma) comma = line + strlen(line) - 1;
        else *comma = 0;
        line = comma + 1;
    }
    group->gr_mem[members] = NULL;
    return 0;
}
