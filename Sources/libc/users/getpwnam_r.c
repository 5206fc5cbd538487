#include <errno.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/users.h"

/* The first user with that name, or where there is none the one with that number. */
static int find_user(const char *name, uid_t number, struct passwd *user, char *room, size_t size, struct passwd **result)
{
    FILE *file = fopen("/etc/passwd", "re");
    int error;

    *result = NULL;
    if (!file) return errno == ENOENT ? 0 : errno;
    while ((error = __users_line(file, user, room, size, __users_take_passwd)) == 0)
        if (name ? strcmp(user->pw_name, name) == 0 : user->pw_uid == number) {
            *result = user;
            break;
        }
    fclose(file);
    return error == ENOENT ? 0 : error;
}

int __getpwnam_r(const char *name, struct passwd *user, char *room, size_t size, struct passwd **result)
{
    return find_user(name, 0, user, room, size, result);
}
PUBLIC_NAME(getpwnam_r);

int __getpwuid_r(uid_t number, struct passwd *user, char *room, size_t size, struct passwd **result)
{
    return find_user(NULL, number, user, room, size, result);
}
PUBLIC_NAME(getpwuid_r);
