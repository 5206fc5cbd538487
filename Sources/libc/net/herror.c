#include <netdb.h>
#include <stdio.h>
#include "../internal/names.h"

INNER_NAME(hstrerror);

void herror(const char *message)
{
    fprintf(stderr, "%s%s%s\n", message ? message : "", message && *message ? ": " : "", __hstrerror(h_errno));
}
