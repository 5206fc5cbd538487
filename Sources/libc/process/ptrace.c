#include <errno.h>
#include <sys/ptrace.h>
#include "../internal/arguments.h"
#include "../internal/sys.h"

/* The kernel stores what it peeks at, the function returns it. */
long ptrace(int request, ...)
{
    va_list arguments;
    long pid, address, data, word, answer;
    int peeks = request >= PTRACE_PEEKTEXT && request <= PTRACE_PEEKUSER;

    va_start(arguments, request);
    pid = ARGUMENT_WORD(arguments);
    address = ARGUMENT_WORD(arguments);
    data = ARGUMENT_WORD(arguments);
    va_end(arguments);
    answer = SYSTEM_CALL4(ptrace, request, (int)pid, address, peeks ? (long)&word : data);
    if (answer < 0 || !peeks) return answer;
    errno = 0;
    return word;
}
