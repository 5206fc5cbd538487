#ifndef INTERNAL_UTMP_H
#define INTERNAL_UTMP_H

#include <utmpx.h>

void __utmp_begin(void);
void __utmp_end(void);
struct utmpx *__utmp_next(void);
struct utmpx *__utmp_id(const struct utmpx *wanted);
struct utmpx *__utmp_line(const struct utmpx *wanted);
struct utmpx *__utmp_put(const struct utmpx *entry);
int __utmp_name(const char *path);
void __utmp_append(const char *path, const struct utmpx *entry);

#endif
