#include <errno.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/users.h"

/* The first group with that name, or where there is none the one with that number. */
static int find_group(const char *name, gid_t number, struct group *group, char *room, size_t size, struct group **result)
{
    FILE *file = fopen("/etc/group", "re");
    int error;

    *result = NULL;
    if (!file) return errno == ENOENT ? 0 : errno;
    while ((error = __users_line(file, group, room, size, __users_take_group)) == 0)
        if (name ? strcmp(group->gr_name, name) == 0 : group->gr_gid == number) {
            *result = group;
            break;
        }
    fclose(file);
    return error == ENOENT ? 0 : error;
}

int __getgrnam_r(const char *name, struct group *group, char *room, size_t size, struct group **result)
{
    return find_group(name, 0, group, room, size, result);
}
PUBLIC_NAME(getgrnam_r);

int __getgrgid_r(gid_t number, struct group *group, char *room, size_t size, struct group **result)
{
    return find_group(NULL, number, group, room, size, result);
}
PUBLIC_NAME(getgrgid_r);
