#include <netdb.h>
#include <stdio.h>

void herror(const char *message)
{
    fprintf(stderr, "%s%s%s\n", message ? message : "", message && *message ? ": " : "", hstrerror(h_errno));
}
