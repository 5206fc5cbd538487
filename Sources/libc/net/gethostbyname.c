#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <string.h>
#include <strings.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(inet_aton);
INNER_NAME(inet_pton);
INNER_NAME(strcasecmp);

/* Hosts are those of /etc/hosts, and addresses that are written as such. */

enum { HOST_MOST_ADDRESSES = 16 };

/* What an answer takes, at the beginning of the caller's room; names follow. */
struct host_room {
    char *aliases[NET_MOST_WORDS];
    char *list[HOST_MOST_ADDRESSES + 1];
    unsigned char addresses[HOST_MOST_ADDRESSES][16];
};

struct host_answer {
    struct hostent *host;
    struct host_room *room;
    char *names, *end;
    int count;
};

/* Places the fixed part in the room; ERANGE if it does not fit. */
static int begin_host(struct host_answer *answer, struct hostent *host, char *room, size_t size, int family)
{
    size_t skip = -(size_t)room & 7;

    if (size < skip + sizeof *answer->room) return ERANGE;
    answer->host = host;
    answer->room = (struct host_room *)(void *)(room + skip);
    answer->names = room + skip + sizeof *answer->room;
    answer->end = room + size;
    answer->count = 0;
    host->h_name = NULL;
    host->h_aliases = answer->room->aliases;
    host->h_aliases[0] = NULL;
    host->h_addrtype = family;
    host->h_length = family == AF_INET ? 4 : 16;
    host->h_addr_list = answer->room->list;
    host->h_addr_list[0] = NULL;
    return 0;
}

static char *add_host_name(struct host_answer *answer, const char *name)
{
    size_t size = strlen(name) + 1;
    char *to = answer->names;

    if (size > (size_t)(answer->end - to)) return NULL;
    answer->names += size;
    return memcpy(to, name, size);
}

static void add_host_address(struct host_answer *answer, const void *address)
{
    if (answer->count == HOST_MOST_ADDRESSES) return;
    answer->room->list[answer->count] = memcpy(answer->room->addresses[answer->count], address, (size_t)answer->host->h_length);
    answer->room->list[++answer->count] = NULL;
}

/* The names of a line, when it is the first that fits. */
static int add_host_names(struct host_answer *answer, char **words, int count)
{
    int i;

    if (answer->host->h_name) return 0;
    answer->host->h_name = add_host_name(answer, words[1]);
    if (!answer->host->h_name) return ERANGE;
    for (i = 2; i < count; i++) {
        answer->host->h_aliases[i - 2] = add_host_name(answer, words[i]);
        if (!answer->host->h_aliases[i - 2]) return ERANGE;
    }
    answer->host->h_aliases[count > 2 ? count - 2 : 0] = NULL;
    return 0;
}

/* By name, or by address if there is none. 0 with or without an answer, or ERANGE. */
static int find_host(struct host_answer *answer, const char *name, const void *address)
{
    FILE *file = fopen("/etc/hosts", "re");
    char line[NET_LINE_SIZE], *words[NET_MOST_WORDS];
    unsigned char bytes[16];
    int count, i, error = 0;

    if (!file) return 0;
    while (!error && (count = __net_words(file, line, words)) > 0) {
        int fits = 0;
        if (count < 2 || __inet_pton(answer->host->h_addrtype, words[0], bytes) != 1) continue;
        if (!name) fits = memcmp(bytes, address, (size_t)answer->host->h_length) == 0;
        else
            for (i = 1; i < count; i++) fits |= __strcasecmp(words[i], name) == 0;
        if (!fits) continue;
        error = add_host_names(answer, words, count);
        add_host_address(answer, bytes);
        if (!name) break;
    }
    fclose(file);
    return error;
}

static int give_host(struct host_answer *answer, int error, struct hostent **result, int *problem)
{
    *result = !error && answer->count > 0 ? answer->host : NULL;
    if (!*result) *problem = error ? NO_RECOVERY : HOST_NOT_FOUND;
    return error;
}

int __gethostbyname2_r(const char *name, int family, struct hostent *host, char *room, size_t size, struct hostent **result,
                     int *problem)
{
    struct host_answer answer;
    struct in_addr four;
    unsigned char six[16];
    int error;

    *result = NULL;
    if (family != AF_INET && family != AF_INET6) {
        *problem = NO_RECOVERY;
        return EAFNOSUPPORT;
    }
    error = begin_host(&answer, host, room, size, family);
    if (error) return error;
    if (family == AF_INET && __inet_aton(name, &four)) add_host_address(&answer, &four);
    else if (family == AF_INET6 && __inet_pton(AF_INET6, name, six) == 1) add_host_address(&answer, six);
    if (answer.count == 0) {
        error = find_host(&answer, name, NULL);
    } else {
        host->h_name = add_host_name(&answer, name);
        if (!host->h_name) error = ERANGE;
    }
    return give_host(&answer, error, result, problem);
}
PUBLIC_NAME(gethostbyname2_r);

int __gethostbyname_r(const char *name, struct hostent *host, char *room, size_t size, struct hostent **result, int *problem)
{
    return __gethostbyname2_r(name, AF_INET, host, room, size, result, problem);
}
PUBLIC_NAME(gethostbyname_r);

int __gethostbyaddr_r(const void *address, socklen_t length, int family, struct hostent *host, char *room, size_t size,
                    struct hostent **result, int *problem)
{
    struct host_answer answer;
    int error;

    *result = NULL;
    if (!(family == AF_INET && length >= 4) && !(family == AF_INET6 && length >= 16)) {
        *problem = NO_RECOVERY;
        return EAFNOSUPPORT;
    }
    error = begin_host(&answer, host, room, size, family);
    if (error) return error;
    return give_host(&answer, find_host(&answer, NULL, address), result, problem);
}
PUBLIC_NAME(gethostbyaddr_r);

static struct hostent host_entry;
static char host_room[4096];

struct hostent *__gethostbyname2(const char *name, int family)
{
    struct hostent *found;

    __gethostbyname2_r(name, family, &host_entry, host_room, sizeof host_room, &found, &h_errno);
    return found;
}
PUBLIC_NAME(gethostbyname2);

struct hostent *__gethostbyname(const char *name)
{
    return __gethostbyname2(name, AF_INET);
}
PUBLIC_NAME(gethostbyname);

struct hostent *__gethostbyaddr(const void *address, socklen_t length, int family)
{
    struct hostent *found;

    __gethostbyaddr_r(address, length, family, &host_entry, host_room, sizeof host_room, &found, &h_errno);
    return found;
}
PUBLIC_NAME(gethostbyaddr);

static FILE *hosts_file;

void __sethostent(int stay)
{
    (void)stay;
    if (hosts_file) rewind(hosts_file);
}
PUBLIC_NAME(sethostent);

void __endhostent(void)
{
    if (hosts_file) fclose(hosts_file);
    hosts_file = NULL;
}
PUBLIC_NAME(endhostent);

struct hostent *__gethostent(void)
{
    char line[NET_LINE_SIZE], *words[NET_MOST_WORDS];
    unsigned char bytes[16];
    struct host_answer answer;
    int count, family;

    if (!hosts_file && !(hosts_file = fopen("/etc/hosts", "re"))) return NULL;
    while ((count = __net_words(hosts_file, line, words)) > 0) {
        family = __inet_pton(AF_INET, words[0], bytes) == 1 ? AF_INET : AF_INET6;
        if (count < 2 || (family == AF_INET6 && __inet_pton(AF_INET6, words[0], bytes) != 1)) continue;
        begin_host(&answer, &host_entry, host_room, sizeof host_room, family);
        if (add_host_names(&answer, words, count)) continue;
        add_host_address(&answer, bytes);
        return &host_entry;
    }
    h_errno = HOST_NOT_FOUND;
    return NULL;
}
PUBLIC_NAME(gethostent);
