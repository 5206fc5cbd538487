/* The older names of <utmpx.h>. */
#ifndef _MINICC_LIBC_UTMP_H
#define _MINICC_LIBC_UTMP_H

#include <features.h>
#include <bits/timeval.h>
#include <bits/utmp_entry.h>
#include <paths.h>

#define utmp utmpx
#define ut_name ut_user
#define ut_time ut_tv.tv_sec
#define ut_xtime ut_tv.tv_sec
#define ut_addr ut_addr_v6[0]
#define UTMP_FILE _PATH_UTMP
#define WTMP_FILE _PATH_WTMP
#define UTMP_FILENAME _PATH_UTMP
#define WTMP_FILENAME _PATH_WTMP

/* The last time that a user logged in. */
struct lastlog {
    int32_t ll_time;
    char ll_line[UT_LINESIZE];
    char ll_host[UT_HOSTSIZE];
};

void setutent(void);
void endutent(void);
struct utmpx *getutent(void);
struct utmpx *getutid(const struct utmpx *wanted);
struct utmpx *getutline(const struct utmpx *wanted);
struct utmpx *pututline(const struct utmpx *entry);
int utmpname(const char *path);
void updwtmp(const char *path, const struct utmpx *entry);

#endif
