#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/users.h"

int getgrouplist(const char *user, gid_t first, gid_t *groups, int *count)
{
    struct group *group;
    int found = 1, room = *count;
    char **member;

    if (room > 0) groups[0] = first;
    setgrent();
    while ((group = getgrent()) != NULL) {
        if (group->gr_gid == first) continue;
        for (member = group->gr_mem; *member && strcmp(*member, user) != 0; member++) {}
        if (!*member) continue;
        if (found < room) groups[found] = group->gr_gid;
        found++;
    }
    endgrent();
    *count = found;
    return found <= room ? found : -1;
}

int initgroups(const char *user, gid_t first)
{
    int count = 0, result = -1;
    gid_t *groups;

    getgrouplist(user, first, NULL, &count);
    groups = malloc((size_t)count * sizeof(gid_t));
    if (!groups) return -1;
    if (getgrouplist(user, first, groups, &count) > 0) result = setgroups((size_t)count, groups);
    free(groups);
    return result;
}
