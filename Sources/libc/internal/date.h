#ifndef INTERNAL_DATE_H
#define INTERNAL_DATE_H

#include <time.h>

/* What gmtime, localtime and asctime give back, as the standard allows: one of each. */
extern struct tm __date;
char *__format_date(const struct tm *date, char *text);

#endif
