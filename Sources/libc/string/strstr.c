#include <string.h>
#include "../internal/find.h"

char *strstr(const char *text, const char *part)
{
    if (!*part)
        return (char *)text;
    /* Nothing before the first byte's first place can match; often there is none. */
    text = strchr(text, *part);
    if (!text || !part[1])
        return (char *)text;
    return (char *)__find((const unsigned char *)text, strlen(text), (const unsigned char *)part,
                          strlen(part));
}
