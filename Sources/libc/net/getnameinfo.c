#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(getservbyport);
INNER_NAME(inet_ntop);
INNER_NAME(inet_pton);
INNER_NAME(ntohs);

static int put_name(const char *name, char *room, socklen_t size)
{
    if (strlen(name) >= size) return EAI_OVERFLOW;
    strcpy(room, name);
    return 0;
}

/* The name that /etc/hosts has for the address; 0 if it has one. */
static int name_of_host(int family, const void *bytes, char *room, socklen_t size)
{
    FILE *file = fopen("/etc/hosts", "re");
    char line[NET_LINE_SIZE], *words[NET_MOST_WORDS];
    unsigned char address[16];
    int result = EAI_NONAME;

    if (!file) return EAI_NONAME;
    while (result == EAI_NONAME && __net_words(file, line, words) > 1)
        if (__inet_pton(family, words[0], address) == 1 && memcmp(address, bytes, family == AF_INET ? 4 : 16) == 0)
            result = put_name(words[1], room, size);
    fclose(file);
    return result;
}

int getnameinfo(const struct sockaddr *address, socklen_t size, char *host, socklen_t host_size, char *service,
                socklen_t service_size, int flags)
{
    const void *bytes;
    int port, error = EAI_NONAME;

    if (address->sa_family == AF_INET && size >= sizeof(struct sockaddr_in)) {
        bytes = &((const struct sockaddr_in *)(const void *)address)->sin_addr;
        port = ((const struct sockaddr_in *)(const void *)address)->sin_port;
    } else if (address->sa_family == AF_INET6 && size >= sizeof(struct sockaddr_in6)) {
        bytes = &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr;
        port = ((const struct sockaddr_in6 *)(const void *)address)->sin6_port;
    } else {
        return EAI_FAMILY;
    }
    if (host && host_size > 0) {
        if (!(flags & NI_NUMERICHOST)) error = name_of_host(address->sa_family, bytes, host, host_size);
        if (error == EAI_NONAME && flags & NI_NAMEREQD) return EAI_NONAME;
        if (error == EAI_NONAME && __inet_ntop(address->sa_family, bytes, host, host_size)) error = 0;
        if (error) return EAI_OVERFLOW;
    }
    if (service && service_size > 0) {
        struct servent *found = flags & NI_NUMERICSERV ? NULL : __getservbyport(port, flags & NI_DGRAM ? "udp" : "tcp");
        char number[8];

        sprintf(number, "%d", __ntohs((uint16_t)port));
        return put_name(found ? found->s_name : number, service, service_size);
    }
    return 0;
}
