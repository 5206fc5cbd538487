#include <errno.h>
#include <fcntl.h>
#include <shadow.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/sys.h"
#include "../internal/users.h"

/* A field that is empty says nothing: -1. */
static int take_shadow_number(char **line, long *number)
{
    char *field = __users_field(line), *end;

    if (!field) return -1;
    *number = *field ? strtol(field, &end, 10) : -1;
    return *field && *end ? -1 : 0;
}

static int take_shadow(void *entry, char *line, char *end)
{
    struct spwd *user = entry;
    char *last;

    (void)end;
    user->sp_namp = __users_field(&line);
    user->sp_pwdp = user->sp_namp ? __users_field(&line) : NULL;
    if (!user->sp_pwdp || !*user->sp_namp || take_shadow_number(&line, &user->sp_lstchg) || take_shadow_number(&line, &user->sp_min)
        || take_shadow_number(&line, &user->sp_max) || take_shadow_number(&line, &user->sp_warn)
        || take_shadow_number(&line, &user->sp_inact) || take_shadow_number(&line, &user->sp_expire))
        return EINVAL;
    user->sp_flag = *line ? strtoul(line, &last, 10) : ~0UL;
    return 0;
}

static struct spwd shadow_entry;
static char shadow_room[1024];
static FILE *shadow_file;

struct spwd *__fgetspent(FILE *file)
{
    int error = __users_line(file, &shadow_entry, shadow_room, sizeof shadow_room, take_shadow);

    if (error && error != ENOENT) errno = error;
    return error ? NULL : &shadow_entry;
}
PUBLIC_NAME(fgetspent);

struct spwd *__sgetspent(const char *line)
{
    if (strlen(line) >= sizeof shadow_room) {
        errno = ERANGE;
        return NULL;
    }
    strcpy(shadow_room, line);
    return take_shadow(&shadow_entry, shadow_room, shadow_room + sizeof shadow_room) ? NULL : &shadow_entry;
}
PUBLIC_NAME(sgetspent);

void __setspent(void)
{
    if (shadow_file) rewind(shadow_file);
}
PUBLIC_NAME(setspent);

void __endspent(void)
{
    if (shadow_file) fclose(shadow_file);
    shadow_file = NULL;
}
PUBLIC_NAME(endspent);

struct spwd *__getspent(void)
{
    if (!shadow_file && !(shadow_file = fopen(SHADOW, "re"))) return NULL;
    return __fgetspent(shadow_file);
}
PUBLIC_NAME(getspent);

/* Gives the error; 0 and NULL: no such user. */
int __getspnam_r(const char *name, struct spwd *entry, char *room, size_t size, struct spwd **found)
{
    FILE *file = fopen(SHADOW, "re");
    int error;

    *found = NULL;
    if (!file) return errno;
    do error = __users_line(file, entry, room, size, take_shadow);
    while (!error && strcmp(entry->sp_namp, name) != 0);
    fclose(file);
    if (!error) *found = entry;
    return error == ENOENT ? 0 : error;
}
PUBLIC_NAME(getspnam_r);

struct spwd *__getspnam(const char *name)
{
    struct spwd *found;
    int error = __getspnam_r(name, &shadow_entry, shadow_room, sizeof shadow_room, &found);

    if (error) errno = error;
    return found;
}
PUBLIC_NAME(getspnam);

static void put_shadow_number(FILE *file, long number)
{
    if (number != -1) fprintf(file, "%ld", number);
    putc(':', file);
}

int __putspent(const struct spwd *entry, FILE *file)
{
    fprintf(file, "%s:%s:", entry->sp_namp, entry->sp_pwdp ? entry->sp_pwdp : "");
    put_shadow_number(file, entry->sp_lstchg);
    put_shadow_number(file, entry->sp_min);
    put_shadow_number(file, entry->sp_max);
    put_shadow_number(file, entry->sp_warn);
    put_shadow_number(file, entry->sp_inact);
    put_shadow_number(file, entry->sp_expire);
    if (entry->sp_flag != ~0UL) fprintf(file, "%lu", entry->sp_flag);
    return putc('\n', file) == EOF ? -1 : 0;
}
PUBLIC_NAME(putspent);

/* One who changes the files of users at a time. */
static int shadow_lock = -1;

int __lckpwdf(void)
{
    struct flock lock;

    if (shadow_lock >= 0) return -1;
    shadow_lock = (int)__sys_result(sys_open("/etc/.pwd.lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (shadow_lock < 0) return -1;
    memset(&lock, 0, sizeof lock);
    lock.l_type = F_WRLCK;
    if (__sys_result(sys_fcntl(shadow_lock, F_SETLK, (long)&lock)) == 0) return 0;
    sys_close(shadow_lock);
    shadow_lock = -1;
    return -1;
}
PUBLIC_NAME(lckpwdf);

int __ulckpwdf(void)
{
    if (shadow_lock < 0) return -1;
    sys_close(shadow_lock);
    shadow_lock = -1;
    return 0;
}
PUBLIC_NAME(ulckpwdf);
