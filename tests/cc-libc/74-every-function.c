/* Every function that the library promises is declared and there. */
#include <assert.h>
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <getopt.h>
#include <iconv.h>
#include <inttypes.h>
#include <langinfo.h>
#include <libgen.h>
#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <monetary.h>
#include <nl_types.h>
#include <pty.h>
#include <regex.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

typedef void (*function)(void);
#define F(name) (function)name

static const function functions[] = {
    /* stdio */
    F(fopen), F(fdopen), F(freopen), F(fclose), F(fflush), F(fseek), F(ftell), F(rewind), F(fgetpos), F(fsetpos), F(fread), F(fwrite),
    F(fgets), F(fputs), F(fgetc), F(fputc), F(getc), F(putc), F(getchar), F(putchar), F(ungetc), F(getline), F(getdelim), F(puts),
    F(perror), F(remove), F(rename), F(tmpfile), F(tmpnam), F(setvbuf), F(setbuf), F(feof), F(ferror), F(clearerr), F(fileno),
    F(printf), F(fprintf), F(sprintf), F(snprintf), F(vprintf), F(vfprintf), F(vsprintf), F(vsnprintf), F(asprintf), F(vasprintf),
    F(dprintf), F(scanf), F(fscanf), F(sscanf), F(vscanf), F(vfscanf), F(vsscanf), F(popen), F(pclose), F(fseeko), F(ftello),
    F(fmemopen), F(open_memstream),
    /* stdlib */
    F(malloc), F(calloc), F(realloc), F(aligned_alloc), F(posix_memalign), F(free), F(strtol), F(strtoul), F(strtoll), F(strtoull),
    F(strtod), F(strtof), F(strtold), F(atoi), F(atol), F(atoll), F(atof), F(qsort), F(bsearch), F(exit), F(atexit), F(_Exit), F(abort),
    F(quick_exit), F(at_quick_exit), F(getenv), F(setenv), F(unsetenv), F(putenv), F(clearenv), F(rand), F(srand), F(rand_r), F(random),
    F(srandom), F(abs), F(labs), F(llabs), F(div), F(ldiv), F(lldiv), F(mkstemp), F(mkdtemp), F(system), F(realpath), F(mblen),
    F(mbtowc), F(wctomb), F(mbstowcs), F(wcstombs), F(imaxabs), F(imaxdiv), F(strtoimax), F(strtoumax),
    /* string */
    F(memcpy), F(memmove), F(memset), F(memcmp), F(memchr), F(memrchr), F(memmem), F(memccpy), F(mempcpy), F(strcpy), F(strncpy),
    F(strcat), F(strncat), F(strcmp), F(strncmp), F(strcoll), F(strxfrm), F(strchr), F(strrchr), F(strspn), F(strcspn), F(strpbrk),
    F(strstr), F(strtok), F(strtok_r), F(strlen), F(strnlen), F(strerror), F(strerror_r), F(strdup), F(strndup), F(stpcpy), F(stpncpy),
    F(strsep), F(strcasestr), F(strchrnul), F(strlcpy), F(strlcat), F(strsignal), F(strcasecmp), F(strncasecmp), F(index), F(rindex),
    F(bcopy), F(bzero), F(bcmp), F(ffs),
    /* ctype */
    F(isalnum), F(isalpha), F(isblank), F(iscntrl), F(isdigit), F(isgraph), F(islower), F(isprint), F(ispunct), F(isspace), F(isupper),
    F(isxdigit), F(tolower), F(toupper),
    /* time */
    F(time), F(clock), F(difftime), F(gmtime), F(gmtime_r), F(localtime), F(localtime_r), F(mktime), F(timegm), F(asctime), F(asctime_r),
    F(ctime), F(ctime_r), F(strftime), F(strptime), F(clock_gettime), F(clock_getres), F(nanosleep), F(gettimeofday), F(tzset),
    F(timespec_get), F(setitimer), F(getitimer), F(utimes),
    /* setjmp, signal, locale */
    F(longjmp), F(siglongjmp), F(signal), F(raise), F(kill), F(sigaction), F(sigprocmask), F(sigsuspend), F(sigpending), F(sigemptyset),
    F(sigfillset), F(sigaddset), F(sigdelset), F(sigismember), F(sigaltstack), F(setlocale), F(localeconv),
    /* files and processes */
    F(open), F(openat), F(creat), F(read), F(write), F(close), F(lseek), F(unlink), F(access), F(execve), F(execv), F(execvp), F(execl),
    F(execlp), F(execle), F(fork), F(vfork), F(wait), F(waitpid), F(wait3), F(wait4), F(tcgetpgrp), F(tcsetpgrp), F(fsync), F(rmdir), F(mkdir), F(stat), F(fstat), F(lstat), F(chmod),
    F(fchmod), F(getcwd), F(chdir), F(fchdir), F(dup), F(dup2), F(pipe), F(isatty), F(getpid), F(getppid), F(getuid), F(geteuid),
    F(getgid), F(getegid), F(sleep), F(usleep), F(alarm), F(pause), F(sbrk), F(brk), F(_exit), F(link), F(symlink), F(readlink),
    F(ftruncate), F(truncate), F(pread), F(pwrite), F(umask), F(fcntl), F(mmap), F(munmap), F(mprotect), F(opendir), F(readdir),
    F(closedir), F(rewinddir), F(scandir), F(getopt), F(getopt_long), F(basename), F(dirname),
    /* wchar */
    F(btowc), F(wctob), F(mbrlen), F(mbrtowc), F(wcrtomb), F(mbsrtowcs), F(wcsrtombs), F(mbsinit), F(fgetwc), F(fputwc), F(fgetws),
    F(fputws), F(getwc), F(putwc), F(getwchar), F(putwchar), F(ungetwc), F(fwide), F(wprintf), F(fwprintf), F(swprintf), F(vwprintf),
    F(vfwprintf), F(vswprintf), F(wscanf), F(fwscanf), F(swscanf), F(vwscanf), F(vfwscanf), F(vswscanf), F(wcscpy), F(wcsncpy),
    F(wcscat), F(wcsncat), F(wcscmp), F(wcsncmp), F(wcscoll), F(wcsxfrm), F(wcschr), F(wcsrchr), F(wcsspn), F(wcscspn), F(wcspbrk),
    F(wcsstr), F(wcstok), F(wcslen), F(wmemcpy), F(wmemmove), F(wmemset), F(wmemcmp), F(wmemchr), F(wcstol), F(wcstoul), F(wcstoll),
    F(wcstoull), F(wcstod), F(wcstof), F(wcstold), F(wcsftime), F(iswalpha), F(iswctype), F(wctype), F(towlower), F(towupper),
    F(towctrans), F(wctrans), F(wcwidth), F(wcswidth), F(open_wmemstream), F(fputws_unlocked),
    /* locales */
    F(newlocale), F(duplocale), F(freelocale), F(uselocale), F(nl_langinfo), F(nl_langinfo_l), F(isalpha_l), F(toupper_l), F(iswalpha_l),
    F(iswctype_l), F(towupper_l), F(strcoll_l), F(strxfrm_l), F(strcasecmp_l), F(strerror_l), F(strftime_l), F(strtod_l), F(wcscoll_l),
    F(gettext), F(dgettext), F(ngettext), F(textdomain), F(bindtextdomain), F(bind_textdomain_codeset), F(iconv_open), F(iconv),
    F(iconv_close), F(catopen), F(catgets), F(catclose), F(strfmon), F(strfmon_l), F(regcomp), F(regexec), F(regerror), F(regfree), F(fnmatch),
    /* terminals */
    F(ioctl), F(isatty), F(ttyname), F(ttyname_r), F(ctermid), F(tcgetattr), F(tcsetattr), F(tcgetwinsize), F(tcsetwinsize), F(tcgetsid),
    F(posix_openpt), F(grantpt), F(unlockpt), F(ptsname), F(ptsname_r), F(openpty), F(forkpty), F(login_tty), F(fopencookie),
};

/* <math.h> three times over. */
#define M(name) F(name), F(name##f), F(name##l)

static const function mathematics[] = {
    M(acos), M(asin), M(atan), M(atan2), M(cos), M(sin), M(tan), M(acosh), M(asinh), M(atanh), M(cosh), M(sinh), M(tanh), M(exp), M(exp2),
    M(expm1), M(frexp), M(ilogb), M(ldexp), M(log), M(log10), M(log1p), M(log2), M(logb), M(modf), M(scalbn), M(scalbln), M(cbrt),
    M(fabs), M(hypot), M(pow), M(sqrt), M(erf), M(erfc), M(lgamma), M(tgamma), M(ceil), M(floor), M(nearbyint), M(rint), M(lrint),
    M(llrint), M(round), M(lround), M(llround), M(trunc), M(fmod), M(remainder), M(remquo), M(copysign), M(nan), M(nextafter),
    M(nexttoward), M(fdim), M(fmax), M(fmin), M(fma),
};

int main(void)
{
    unsigned i, missing = 0;

    for (i = 0; i < sizeof functions / sizeof *functions; i++)
        missing += functions[i] == NULL;
    for (i = 0; i < sizeof mathematics / sizeof *mathematics; i++)
        missing += mathematics[i] == NULL;
    printf("%u missing, errno %d, stdin %d\n", missing, errno, stdin != NULL);
    return 0;
}
