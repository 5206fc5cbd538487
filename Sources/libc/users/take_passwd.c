#include <errno.h>
#include "../internal/users.h"

/* NAME:PASSWORD:USER:GROUP:COMMENT:HOME:SHELL */
int __users_take_passwd(void *entry, char *line, char *end)
{
    struct passwd *user = entry;
    char *number, *group;

    (void)end;
    if (!(user->pw_name = __users_field(&line)) || !(user->pw_passwd = __users_field(&line))
        || !(number = __users_field(&line)) || !(group = __users_field(&line))
        || !(user->pw_gecos = __users_field(&line)) || !(user->pw_dir = __users_field(&line)))
        return EINVAL;
    user->pw_shell = line;
    if (!*user->pw_name || *user->pw_name == '#') return EINVAL;
    return __users_number(number, &user->pw_uid) || __users_number(group, &user->pw_gid) ? EINVAL : 0;
}
