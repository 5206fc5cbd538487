#include <errno.h>
#include <stdlib.h>
#include "../internal/names.h"
#include "../internal/users.h"

INNER_NAME(getpwnam_r);
INNER_NAME(getpwuid_r);

/* One entry and its room, for all functions that answer with a pointer; the room grows with the longest line. */
static struct passwd user_entry;
static char *user_room;
static size_t user_room_size;
static FILE *user_file;

static int grow_user_room(void)
{
    size_t size = user_room_size ? 2 * user_room_size : 1024;
    char *room = realloc(user_room, size);

    if (!room) return -1;
    user_room = room;
    user_room_size = size;
    return 0;
}

void __setpwent(void)
{
    if (user_file) rewind(user_file);
}
PUBLIC_NAME(setpwent);

void __endpwent(void)
{
    if (user_file) fclose(user_file);
    user_file = NULL;
}
PUBLIC_NAME(endpwent);

struct passwd *__getpwent(void)
{
    int error = ERANGE;

    if (!user_file && !(user_file = fopen("/etc/passwd", "re"))) return NULL;
    while (error == ERANGE) {
        if (user_room) error = __users_line(user_file, &user_entry, user_room, user_room_size, __users_take_passwd);
        if (error == ERANGE && grow_user_room()) return NULL;
    }
    if (error && error != ENOENT) errno = error;
    return error ? NULL : &user_entry;
}
PUBLIC_NAME(getpwent);

static struct passwd *find_user_anew(const char *name, uid_t number)
{
    struct passwd *found = NULL;
    int error = ERANGE;

    while (error == ERANGE) {
        if (user_room)
            error = name ? __getpwnam_r(name, &user_entry, user_room, user_room_size, &found)
                         : __getpwuid_r(number, &user_entry, user_room, user_room_size, &found);
        if (error == ERANGE && grow_user_room()) return NULL;
    }
    if (error) errno = error;
    return found;
}

struct passwd *__getpwnam(const char *name)
{
    return find_user_anew(name, 0);
}
PUBLIC_NAME(getpwnam);

struct passwd *__getpwuid(uid_t number)
{
    return find_user_anew(NULL, number);
}
PUBLIC_NAME(getpwuid);
