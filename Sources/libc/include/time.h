#ifndef _MINICC_LIBC_TIME_H
#define _MINICC_LIBC_TIME_H

#include <features.h>
#include <bits/null.h>
#include <bits/size_t.h>
#include <bits/timespec.h>
#include <sys/types.h>

#define CLOCKS_PER_SEC 1000000L
#define TIME_UTC 1

struct tm {
    int tm_sec;
    int tm_min;
    int tm_hour;
    int tm_mday;
    int tm_mon;
    int tm_year;
    int tm_wday;
    int tm_yday;
    int tm_isdst;
    long tm_gmtoff;
    const char *tm_zone;
};

clock_t clock(void);
time_t time(time_t *now);
double difftime(time_t later, time_t earlier);
time_t mktime(struct tm *date);
struct tm *gmtime(const time_t *moment);
struct tm *localtime(const time_t *moment);
char *asctime(const struct tm *date);
char *ctime(const time_t *moment);
size_t strftime(char *text, size_t size, const char *format, const struct tm *date);
int timespec_get(struct timespec *now, int base);

#ifdef __POSIX_VISIBLE

#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define CLOCK_REALTIME_ALARM 8
#define CLOCK_BOOTTIME_ALARM 9
#define CLOCK_TAI 11
#define TIMER_ABSTIME 1

struct itimerspec {
    struct timespec it_interval;
    struct timespec it_value;
};

struct sigevent;

/* Set by tzset, and by everything that makes a local time. */
extern char *tzname[2];
extern long timezone;
extern int daylight;

void tzset(void);
struct tm *gmtime_r(const time_t *moment, struct tm *date);
struct tm *localtime_r(const time_t *moment, struct tm *date);
char *asctime_r(const struct tm *date, char *text);
char *ctime_r(const time_t *moment, char *text);
time_t timegm(struct tm *date);
#include <bits/locale_t.h>
size_t strftime_l(char *text, size_t size, const char *format, const struct tm *date, locale_t locale);
char *strptime(const char *text, const char *format, struct tm *date);
int clock_gettime(clockid_t clock, struct timespec *now);
int clock_getres(clockid_t clock, struct timespec *resolution);
int nanosleep(const struct timespec *wanted, struct timespec *left);
int clock_settime(clockid_t clock, const struct timespec *now);
int clock_getcpuclockid(pid_t pid, clockid_t *clock);
int stime(const time_t *now);
int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer);
int timer_delete(timer_t timer);
int timer_settime(timer_t timer, int flags, const struct itimerspec *value, struct itimerspec *old);
int timer_gettime(timer_t timer, struct itimerspec *value);
int timer_getoverrun(timer_t timer);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left);

#endif

#endif
