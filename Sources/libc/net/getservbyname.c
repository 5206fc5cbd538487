#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/netdb.h"

/* NAME PORT/PROTOCOL ALIAS... By name, or by the port if there is none. */
static struct servent *find_service(const char *name, int port, const char *protocol)
{
    static char line[NET_LINE_SIZE];
    static char *words[NET_MOST_WORDS + 1];
    static struct servent service;
    struct servent *found = NULL;
    FILE *file = fopen("/etc/services", "re");
    int count;

    if (!file) return NULL;
    while (!found && (count = __net_words(file, line, words)) > 0) {
        char *slash = count > 1 ? strchr(words[1], '/') : NULL;
        int matches = 0, i;

        if (!slash || (protocol && strcmp(slash + 1, protocol) != 0)) continue;
        service.s_port = htons((uint16_t)atoi(words[1]));
        if (!name) matches = service.s_port == port;
        else
            for (i = 0; i < count; i++) matches |= i != 1 && strcmp(words[i], name) == 0;
        if (!matches) continue;
        words[count] = NULL;
        service.s_name = words[0];
        service.s_proto = slash + 1;
        service.s_aliases = words + 2;
        found = &service;
    }
    fclose(file);
    return found;
}

struct servent *getservbyname(const char *name, const char *protocol)
{
    return find_service(name, 0, protocol);
}

struct servent *getservbyport(int port, const char *protocol)
{
    return find_service(NULL, port, protocol);
}
