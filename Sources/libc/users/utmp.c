#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/sys.h"
#include "../internal/utmp.h"

/* The file of those who are logged in: records of one size, each replaced in its place. */
static int utmp_fd = -1;
static char utmp_path[256] = _PATH_UTMPX;
static struct utmpx utmp_entry;

static int utmp_open(void)
{
    if (utmp_fd >= 0) return 0;
    utmp_fd = (int)sys_open(utmp_path, O_RDWR | O_CLOEXEC, 0);
    if (utmp_fd < 0) utmp_fd = (int)__sys_result(sys_open(utmp_path, O_RDONLY | O_CLOEXEC, 0));
    return utmp_fd < 0 ? -1 : 0;
}

void __utmp_begin(void)
{
    if (utmp_fd >= 0) sys_lseek(utmp_fd, 0, SEEK_SET);
}

void __utmp_end(void)
{
    if (utmp_fd >= 0) sys_close(utmp_fd);
    utmp_fd = -1;
}

struct utmpx *__utmp_next(void)
{
    long count;

    if (utmp_open()) return NULL;
    count = sys_read(utmp_fd, &utmp_entry, sizeof utmp_entry);
    return count == (long)sizeof utmp_entry ? &utmp_entry : NULL;
}

static int utmp_is_process(int type)
{
    return type >= INIT_PROCESS && type <= DEAD_PROCESS;
}

struct utmpx *__utmp_id(const struct utmpx *wanted)
{
    struct utmpx *entry;

    while ((entry = __utmp_next()) != NULL) {
        if (wanted->ut_type >= RUN_LVL && wanted->ut_type <= OLD_TIME && entry->ut_type == wanted->ut_type) break;
        if (utmp_is_process(wanted->ut_type) && utmp_is_process(entry->ut_type)
            && memcmp(entry->ut_id, wanted->ut_id, sizeof entry->ut_id) == 0)
            break;
    }
    return entry;
}

struct utmpx *__utmp_line(const struct utmpx *wanted)
{
    struct utmpx *entry;

    while ((entry = __utmp_next()) != NULL)
        if ((entry->ut_type == USER_PROCESS || entry->ut_type == LOGIN_PROCESS)
            && strncmp(entry->ut_line, wanted->ut_line, sizeof entry->ut_line) == 0)
            break;
    return entry;
}

struct utmpx *__utmp_put(const struct utmpx *new)
{
    struct utmpx copy = *new;
    long answer;

    if (utmp_open()) return NULL;
    __utmp_begin();
    if (__utmp_id(&copy)) sys_lseek(utmp_fd, -(long)sizeof copy, SEEK_CUR);
    else sys_lseek(utmp_fd, 0, SEEK_END);
    answer = __sys_result(sys_write(utmp_fd, &copy, sizeof copy));
    utmp_entry = copy;
    return answer == (long)sizeof copy ? &utmp_entry : NULL;
}

int __utmp_name(const char *path)
{
    if (strlen(path) >= sizeof utmp_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    __utmp_end();
    strcpy(utmp_path, path);
    return 0;
}

void __utmp_append(const char *path, const struct utmpx *entry)
{
    long fd = sys_open(path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);

    if (fd < 0) return;
    sys_write((int)fd, entry, sizeof *entry);
    sys_close((int)fd);
}
