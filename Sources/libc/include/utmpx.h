#ifndef _MINICC_LIBC_UTMPX_H
#define _MINICC_LIBC_UTMPX_H

#include <features.h>
#include <bits/timeval.h>
#include <bits/utmp_entry.h>
#include <paths.h>

#define UTMPX_FILE _PATH_UTMPX
#define WTMPX_FILE _PATH_WTMPX

void setutxent(void);
void endutxent(void);
struct utmpx *getutxent(void);
struct utmpx *getutxid(const struct utmpx *wanted);
struct utmpx *getutxline(const struct utmpx *wanted);
struct utmpx *pututxline(const struct utmpx *entry);
int utmpxname(const char *path);
void updwtmpx(const char *path, const struct utmpx *entry);

#endif
