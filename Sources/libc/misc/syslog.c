#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/start.h"
#include "../internal/sys.h"

INNER_NAME(localtime_r);

/* Messages go to the log's socket, "<PRIORITY>Mmm dd hh:mm:ss NAME[PID]: TEXT"; if nobody listens, to the console when asked. */
static const char *syslog_name;
static int syslog_options;
static int syslog_facility = LOG_USER;
static int syslog_mask = 0xff;
static int syslog_socket = -1;

static void syslog_connect(void)
{
    static const struct sockaddr_un address = { AF_UNIX, "/dev/log" };

    if (syslog_socket >= 0) return;
    syslog_socket = (int)sys_socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (syslog_socket >= 0 && sys_connect(syslog_socket, &address, sizeof address) < 0) {
        sys_close(syslog_socket);
        syslog_socket = -1;
    }
}

void __openlog(const char *name, int options, int facility)
{
    if (name) syslog_name = name;
    syslog_options = options;
    if (facility && (facility & ~LOG_FACMASK) == 0) syslog_facility = facility;
    if (options & LOG_NDELAY) syslog_connect();
}
PUBLIC_NAME(openlog);

void __closelog(void)
{
    if (syslog_socket >= 0) sys_close(syslog_socket);
    syslog_socket = -1;
}
PUBLIC_NAME(closelog);

int __setlogmask(int mask)
{
    int before = syslog_mask;

    if (mask) syslog_mask = mask;
    return before;
}
PUBLIC_NAME(setlogmask);

/* %m in the format is the text of errno. */
static void syslog_format(char *to, size_t size, const char *from, int error)
{
    size_t used = 0;

    while (*from && used + 2 < size) {
        if (from[0] == '%' && from[1] == 'm') {
            const char *message = strerror(error);
            for (; *message && used + 2 < size; message++) {
                if (*message == '%') to[used++] = '%';
                to[used++] = *message;
            }
            from += 2;
        } else {
            to[used++] = *from;
            if (*from++ == '%' && *from) to[used++] = *from++;
        }
    }
    to[used] = 0;
}

void __vsyslog(int priority, const char *format, va_list arguments)
{
    char text[1024], expanded[1024], date[32];
    const char *name = syslog_name ? syslog_name : __progname ? __progname : "";
    int error = errno, start, length;
    time_t now;
    struct tm moment;

    if (!(LOG_MASK(LOG_PRI(priority)) & syslog_mask)) return;
    if (!(priority & LOG_FACMASK)) priority |= syslog_facility;
    time(&now);
    __localtime_r(&now, &moment);
    strftime(date, sizeof date, "%b %e %H:%M:%S", &moment);
    start = snprintf(text, 512, "<%d>%s ", priority & (LOG_PRIMASK | LOG_FACMASK), date);
    length = syslog_options & LOG_PID ? snprintf(text + start, 256, "%.200s[%d]: ", name, (int)sys_getpid())
                                      : snprintf(text + start, 256, "%.200s: ", name);
    syslog_format(expanded, sizeof expanded, format, error);
    length += start + vsnprintf(text + start + length, sizeof text - (size_t)(start + length), expanded, arguments);
    if (length >= (int)sizeof text) length = sizeof text - 1;
    while (length > start && text[length - 1] == '\n') text[--length] = 0;
    syslog_connect();
    if (syslog_socket < 0 || sys_sendto(syslog_socket, text, (size_t)length, MSG_NOSIGNAL, NULL, 0) < 0) {
        __closelog();
        if (syslog_options & LOG_CONS) {
            long fd = sys_open("/dev/console", O_WRONLY | O_NOCTTY | O_CLOEXEC, 0);
            if (fd >= 0) {
                text[length] = '\n';
                sys_write((int)fd, text + start, (size_t)(length + 1 - start));
                sys_close((int)fd);
            }
        }
    }
    if (syslog_options & LOG_PERROR) {
        text[length] = '\n';
        sys_write(STDERR_FILENO, text + start, (size_t)(length + 1 - start));
    }
    errno = error;
}
PUBLIC_NAME(vsyslog);

void __syslog(int priority, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    __vsyslog(priority, format, arguments);
    va_end(arguments);
}
PUBLIC_NAME(syslog);
