#include <errno.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(htons);

/* /etc/services: NAME PORT/PROTOCOL ALIAS... */

static FILE *services_file;

/* A line's words as an entry; 0 if it is none. The list of words ends with NULL. */
static int take_service(struct servent *entry, char **words, int count)
{
    char *slash = count > 1 ? strchr(words[1], '/') : NULL;

    if (!slash) return 0;
    entry->s_name = words[0];
    entry->s_port = __htons((uint16_t)atoi(words[1]));
    entry->s_proto = slash + 1;
    entry->s_aliases = words + 2;
    words[count] = NULL;
    return 1;
}

static int has_name(const char *name, const char *first, char **others)
{
    if (strcmp(name, first) == 0) return 1;
    while (*others)
        if (strcmp(name, *others++) == 0) return 1;
    return 0;
}

/* By name, or by the port if there is none. Words and line are in the caller's room. */
static int find_service(const char *name, int port, const char *protocol, struct servent *entry, char *line, char **words)
{
    FILE *file = fopen("/etc/services", "re");
    int count, found = 0;

    if (!file) return 0;
    while (!found && (count = __net_words(file, line, words)) > 0)
        found = take_service(entry, words, count) && (!protocol || strcmp(entry->s_proto, protocol) == 0)
                && (name ? has_name(name, entry->s_name, entry->s_aliases) : entry->s_port == port);
    fclose(file);
    return found;
}

static char service_line[NET_LINE_SIZE];
static char *service_words[NET_MOST_WORDS + 1];
static struct servent service_entry;

struct servent *__getservbyname(const char *name, const char *protocol)
{
    return find_service(name, 0, protocol, &service_entry, service_line, service_words) ? &service_entry : NULL;
}
PUBLIC_NAME(getservbyname);

struct servent *__getservbyport(int port, const char *protocol)
{
    return find_service(NULL, port, protocol, &service_entry, service_line, service_words) ? &service_entry : NULL;
}
PUBLIC_NAME(getservbyport);

static int find_service_in(const char *name, int port, const char *protocol, struct servent *entry, char *room, size_t size,
                           struct servent **result)
{
    size_t skip = -(size_t)room & 7;
    char **words = (char **)(void *)(room + skip);

    *result = NULL;
    if (size < skip + (NET_MOST_WORDS + 1) * sizeof *words + NET_LINE_SIZE) return ERANGE;
    if (find_service(name, port, protocol, entry, (char *)(words + NET_MOST_WORDS + 1), words)) *result = entry;
    return *result ? 0 : ENOENT;
}

int __getservbyname_r(const char *name, const char *protocol, struct servent *entry, char *room, size_t size,
                    struct servent **result)
{
    return find_service_in(name, 0, protocol, entry, room, size, result);
}
PUBLIC_NAME(getservbyname_r);

int __getservbyport_r(int port, const char *protocol, struct servent *entry, char *room, size_t size, struct servent **result)
{
    return find_service_in(NULL, port, protocol, entry, room, size, result);
}
PUBLIC_NAME(getservbyport_r);

void __setservent(int stay)
{
    (void)stay;
    if (services_file) rewind(services_file);
}
PUBLIC_NAME(setservent);

void __endservent(void)
{
    if (services_file) fclose(services_file);
    services_file = NULL;
}
PUBLIC_NAME(endservent);

struct servent *__getservent(void)
{
    int count;

    if (!services_file && !(services_file = fopen("/etc/services", "re"))) return NULL;
    while ((count = __net_words(services_file, service_line, service_words)) > 0)
        if (take_service(&service_entry, service_words, count)) return &service_entry;
    return NULL;
}
PUBLIC_NAME(getservent);
