#include "../internal/utmp.h"

void setutxent(void)
{
    __utmp_begin();
}

void endutxent(void)
{
    __utmp_end();
}

struct utmpx *getutxent(void)
{
    return __utmp_next();
}

struct utmpx *getutxid(const struct utmpx *wanted)
{
    return __utmp_id(wanted);
}

struct utmpx *getutxline(const struct utmpx *wanted)
{
    return __utmp_line(wanted);
}

struct utmpx *pututxline(const struct utmpx *entry)
{
    return __utmp_put(entry);
}

int utmpxname(const char *path)
{
    return __utmp_name(path);
}

void updwtmpx(const char *path, const struct utmpx *entry)
{
    __utmp_append(path, entry);
}
