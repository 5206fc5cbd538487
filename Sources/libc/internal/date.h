#ifndef INTERNAL_DATE_H
#define INTERNAL_DATE_H

#include <time.h>

/* What gmtime, localtime and asctime give back, as the standard allows: one of each. */
extern struct tm __date;
/* NULL and EOVERFLOW if it does not fit. */
char *__format_date(const struct tm *date, char *text, size_t size);

#endif
