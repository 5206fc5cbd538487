#ifndef _MINICC_LIBC_STDLIB_H
#define _MINICC_LIBC_STDLIB_H

#include <features.h>
#include <bits/null.h>
#include <bits/size_t.h>
#include <bits/wchar_t.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
#define MB_CUR_MAX (__mb_cur_max())

typedef struct { int quot, rem; } div_t;
typedef struct { long quot, rem; } ldiv_t;
typedef struct { long long quot, rem; } lldiv_t;

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
void *aligned_alloc(size_t alignment, size_t size);
void free(void *block);

__NORETURN void exit(int status);
__NORETURN void _Exit(int status);
__NORETURN void abort(void);
int atexit(void (*function)(void));
__NORETURN void quick_exit(int status);
int at_quick_exit(void (*function)(void));

char *getenv(const char *name);
int system(const char *command);

int atoi(const char *text);
long atol(const char *text);
long long atoll(const char *text);
double atof(const char *text);
long strtol(const char *text, char **end, int base);
unsigned long strtoul(const char *text, char **end, int base);
long long strtoll(const char *text, char **end, int base);
unsigned long long strtoull(const char *text, char **end, int base);
double strtod(const char *text, char **end);
float strtof(const char *text, char **end);
long double strtold(const char *text, char **end);

void qsort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *));
void *bsearch(const void *key, const void *items, size_t count, size_t size,
              int (*compare)(const void *, const void *));

int rand(void);
void srand(unsigned int seed);

int abs(int value);
long labs(long value);
long long llabs(long long value);
div_t div(int numerator, int denominator);
ldiv_t ldiv(long numerator, long denominator);
lldiv_t lldiv(long long numerator, long long denominator);

size_t __mb_cur_max(void);
int mblen(const char *text, size_t size);
int mbtowc(wchar_t *wide, const char *text, size_t size);
int wctomb(char *text, wchar_t wide);
size_t mbstowcs(wchar_t *wide, const char *text, size_t size);
size_t wcstombs(char *text, const wchar_t *wide, size_t size);

#ifdef __POSIX_VISIBLE

#include <alloca.h>
#include <sys/types.h>
#include <bits/wait_status.h>

extern char **environ;

int setenv(const char *name, const char *value, int replace);
int unsetenv(const char *name);
int putenv(char *entry);
int clearenv(void);
char *secure_getenv(const char *name);
int posix_memalign(void **block, size_t alignment, size_t size);
void *memalign(size_t alignment, size_t size);
void *valloc(size_t size);
void *reallocarray(void *block, size_t count, size_t size);
int mkstemp(char *name);
int mkstemps(char *name, int suffix);
int mkostemp(char *name, int flags);
char *mkdtemp(char *name);
char *mktemp(char *name);
char *realpath(const char *path, char *resolved);
char *canonicalize_file_name(const char *path);
int rand_r(unsigned int *seed);
long random(void);
void srandom(unsigned int seed);
char *initstate(unsigned int seed, char *state, size_t size);
char *setstate(char *state);
double drand48(void);
double erand48(unsigned short state[3]);
long lrand48(void);
long nrand48(unsigned short state[3]);
long mrand48(void);
long jrand48(unsigned short state[3]);
void srand48(long seed);
unsigned short *seed48(unsigned short state[3]);
void lcong48(unsigned short parameters[7]);
long a64l(const char *text);
char *l64a(long value);
char *ecvt(double value, int digits, int *point, int *sign);
char *fcvt(double value, int digits, int *point, int *sign);
char *gcvt(double value, int digits, char *text);
int getloadavg(double averages[], int count);
int mkostemps(char *name, int suffix, int flags);
void setkey(const char *key);
unsigned int arc4random(void);
void arc4random_buf(void *bytes, size_t size);
unsigned int arc4random_uniform(unsigned int limit);
int rpmatch(const char *answer);
int getsubopt(char **options, char *const *tokens, char **value);
void qsort_r(void *items, size_t count, size_t size,
             int (*compare)(const void *, const void *, void *), void *context);
const char *getprogname(void);


int posix_openpt(int flags);
int getpt(void);
int grantpt(int controller);
int unlockpt(int controller);
char *ptsname(int controller);
int ptsname_r(int controller, char *name, size_t size);

#include <bits/locale_t.h>

double strtod_l(const char *text, char **end, locale_t locale);
float strtof_l(const char *text, char **end, locale_t locale);
long double strtold_l(const char *text, char **end, locale_t locale);
long strtol_l(const char *text, char **end, int base, locale_t locale);
unsigned long strtoul_l(const char *text, char **end, int base, locale_t locale);
long long strtoll_l(const char *text, char **end, int base, locale_t locale);
unsigned long long strtoull_l(const char *text, char **end, int base, locale_t locale);
#endif

#endif
