#include <stdlib.h>
#include <unistd.h>
#include "../internal/start.h"

void exit(int status)
{
    if (__exit_functions)
        __exit_functions();
    if (__exit_destructors)
        __exit_destructors();
    if (__exit_streams)
        __exit_streams();
    _exit(status);
}
