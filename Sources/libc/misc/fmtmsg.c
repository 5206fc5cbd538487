#include <fcntl.h>
#include <fmtmsg.h>
#include <stdio.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(close);
INNER_NAME(dprintf);
INNER_NAME(open);

static int put_message(int fd, const char *label, int severity, const char *text, const char *action, const char *tag)
{
    static const char *const severities[] = { "", "HALT: ", "ERROR: ", "WARNING: ", "INFO: " };

    return __dprintf(fd, "%s%s%s%s%s%s%s%s\n", label ? label : "", label ? ": " : "",
                   severity >= 0 && severity <= MM_INFO ? severities[severity] : "", text ? text : "",
                   action ? "\nTO FIX: " : "", action ? action : "", action && tag ? "  " : tag ? "\n" : "", tag ? tag : "") < 0;
}

int fmtmsg(long classes, const char *label, int severity, const char *text, const char *action, const char *tag)
{
    int result = MM_OK;

    if (classes & MM_CONSOLE) {
        int fd = __open("/dev/console", O_WRONLY | O_NOCTTY | O_CLOEXEC);
        if (fd < 0 || put_message(fd, label, severity, text, action, tag)) result = MM_NOCON;
        if (fd >= 0) __close(fd);
    }
    if (classes & MM_PRINT && put_message(STDERR_FILENO, label, severity, text, action, tag))
        result = result ? MM_NOTOK : MM_NOMSG;
    return result;
}
