#include "../internal/utmp.h"

void setutent(void)
{
    __utmp_begin();
}

void endutent(void)
{
    __utmp_end();
}

struct utmpx *getutent(void)
{
    return __utmp_next();
}

struct utmpx *getutid(const struct utmpx *wanted)
{
    return __utmp_id(wanted);
}

struct utmpx *getutline(const struct utmpx *wanted)
{
    return __utmp_line(wanted);
}

struct utmpx *pututline(const struct utmpx *entry)
{
    return __utmp_put(entry);
}

int utmpname(const char *path)
{
    return __utmp_name(path);
}

void updwtmp(const char *path, const struct utmpx *entry)
{
    __utmp_append(path, entry);
}
