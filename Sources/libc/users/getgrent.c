#include <errno.h>
#include <stdlib.h>
#include "../internal/names.h"
#include "../internal/users.h"

INNER_NAME(getgrgid_r);
INNER_NAME(getgrnam_r);

/* One entry and its room, for all functions that answer with a pointer; the room grows with the longest line. */
static struct group group_entry;
static char *group_room;
static size_t group_room_size;
static FILE *group_file;

static int grow_group_room(void)
{
    size_t size = group_room_size ? 2 * group_room_size : 1024;
    char *room = realloc(group_room, size);

    if (!room) return -1;
    group_room = room;
    group_room_size = size;
    return 0;
}

void __setgrent(void)
{
    if (group_file) rewind(group_file);
}
PUBLIC_NAME(setgrent);

void __endgrent(void)
{
    if (group_file) fclose(group_file);
    group_file = NULL;
}
PUBLIC_NAME(endgrent);

struct group *__getgrent(void)
{
    int error = ERANGE;

    if (!group_file && !(group_file = fopen("/etc/group", "re"))) return NULL;
    while (error == ERANGE) {
        if (group_room) error = __users_line(group_file, &group_entry, group_room, group_room_size, __users_take_group);
        if (error == ERANGE && grow_group_room()) return NULL;
    }
    if (error && error != ENOENT) errno = error;
    return error ? NULL : &group_entry;
}
PUBLIC_NAME(getgrent);

static struct group *find_group_anew(const char *name, gid_t number)
{
    struct group *found = NULL;
    int error = ERANGE;

    while (error == ERANGE) {
        if (group_room)
            error = name ? __getgrnam_r(name, &group_entry, group_room, group_room_size, &found)
                         : __getgrgid_r(number, &group_entry, group_room, group_room_size, &found);
        if (error == ERANGE && grow_group_room()) return NULL;
    }
    if (error) errno = error;
    return found;
}

struct group *__getgrnam(const char *name)
{
    return find_group_anew(name, 0);
}
PUBLIC_NAME(getgrnam);

struct group *__getgrgid(gid_t number)
{
    return find_group_anew(NULL, number);
}
PUBLIC_NAME(getgrgid);
