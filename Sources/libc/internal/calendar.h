/* The Gregorian calendar in days from 1970-01-01, for any year. */
#ifndef INTERNAL_CALENDAR_H
#define INTERNAL_CALENDAR_H

#include <time.h>

long __days_of_date(long year, int month, int day);
/* Seconds from 1970 as a date; 0, or -1 if the year is too large. */
int __date_of_time(long moment, struct tm *date);
/* A date, whose fields need not be in their ranges, as seconds. */
long __time_of_date(const struct tm *date);

extern const char __day_names[7][12];
extern const char __month_names[12][12];

#endif
