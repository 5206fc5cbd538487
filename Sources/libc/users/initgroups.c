#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/users.h"

INNER_NAME(endgrent);
INNER_NAME(getgrent);
INNER_NAME(setgrent);
INNER_NAME(setgroups);

int __getgrouplist(const char *user, gid_t first, gid_t *groups, int *count)
{
    struct group *group;
    int found = 1, room = *count;
    char **member;

    if (room > 0) groups[0] = first;
    __setgrent();
    while ((group = __getgrent()) != NULL) {
        if (group->gr_gid == first) continue;
        for (member = group->gr_mem; *member && strcmp(*member, user) != 0; member++) {}
        if (!*member) continue;
        if (found < room) groups[found] = group->gr_gid;
        found++;
    }
    __endgrent();
    *count = found;
    return found <= room ? found : -1;
}
PUBLIC_NAME(getgrouplist);

int __initgroups(const char *user, gid_t first)
{
    int count = 0, result = -1;
    gid_t *groups;

    __getgrouplist(user, first, NULL, &count);
    groups = malloc((size_t)count * sizeof(gid_t));
    if (!groups) return -1;
    if (__getgrouplist(user, first, groups, &count) > 0) result = __setgroups((size_t)count, groups);
    free(groups);
    return result;
}
PUBLIC_NAME(initgroups);
