#include <arpa/inet.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(freeaddrinfo);
INNER_NAME(getservbyname);
INNER_NAME(htons);
INNER_NAME(inet_aton);
INNER_NAME(inet_pton);
INNER_NAME(strcasecmp);
INNER_NAME(strdup);

/* Numeric addresses and the names in /etc/hosts; nobody else is asked. */

struct address_answer {
    struct addrinfo info;
    union {
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } address;
};

struct address_question {
    const struct addrinfo *hints;
    const char *service;
    /* Where the list of answers goes on. */
    struct addrinfo **end;
    const char *name;
};

static const struct {
    int type;
    int protocol;
    const char *name;
} address_types[] = { { SOCK_STREAM, IPPROTO_TCP, "tcp" }, { SOCK_DGRAM, IPPROTO_UDP, "udp" }, { SOCK_RAW, 0, NULL } };

/* A port in network order, or minus an error. */
static int service_port(const char *service, const char *protocol, int flags)
{
    char *end;
    unsigned long number;
    struct servent *found;

    if (!service) return 0;
    number = strtoul(service, &end, 10);
    if (*service >= '0' && *service <= '9' && !*end) return number > 0xffff ? EAI_SERVICE : __htons((uint16_t)number);
    if (flags & AI_NUMERICSERV) return EAI_NONAME;
    found = protocol ? __getservbyname(service, protocol) : NULL;
    return found ? found->s_port : EAI_SERVICE;
}

static int append_address(struct address_question *question, int family, const void *bytes, int type)
{
    struct address_answer *answer;
    int protocol = question->hints->ai_protocol;
    int port = service_port(question->service, address_types[type].name, question->hints->ai_flags);

    if (port < 0) return port;
    answer = calloc(1, sizeof *answer);
    if (!answer) return EAI_MEMORY;
    answer->info.ai_family = family;
    answer->info.ai_socktype = address_types[type].type;
    answer->info.ai_protocol = protocol ? protocol : address_types[type].protocol;
    answer->info.ai_flags = question->hints->ai_flags;
    answer->info.ai_addr = (struct sockaddr *)&answer->address;
    answer->info.ai_addr->sa_family = (sa_family_t)family;
    if (family == AF_INET) {
        answer->info.ai_addrlen = sizeof answer->address.four;
        answer->address.four.sin_port = (in_port_t)port;
        memcpy(&answer->address.four.sin_addr, bytes, 4);
    } else {
        answer->info.ai_addrlen = sizeof answer->address.six;
        answer->address.six.sin6_port = (in_port_t)port;
        memcpy(&answer->address.six.sin6_addr, bytes, 16);
    }
    *question->end = &answer->info;
    question->end = &answer->info.ai_next;
    if (question->name && !(answer->info.ai_canonname = __strdup(question->name))) return EAI_MEMORY;
    question->name = NULL;
    return 0;
}

/* One answer for each kind of socket that fits. */
static int answer_address(struct address_question *question, int family, const void *bytes)
{
    const struct addrinfo *hints = question->hints;
    int type, error = 0, answers = 0;

    if (hints->ai_family != AF_UNSPEC && hints->ai_family != family) return EAI_NONAME;
    for (type = 0; type < 3; type++) {
        if (hints->ai_socktype && hints->ai_socktype != address_types[type].type) continue;
        if (hints->ai_protocol && address_types[type].protocol && hints->ai_protocol != address_types[type].protocol) continue;
        /* A service that only one of them has is an answer for that one. */
        error = append_address(question, family, bytes, type);
        if (error && error != EAI_SERVICE) return error;
        answers += !error;
    }
    if (answers) return 0;
    return error ? error : EAI_SOCKTYPE;
}

static int answer_text(struct address_question *question, const char *text)
{
    unsigned char bytes[16];
    struct in_addr four;

    if (__inet_aton(text, &four)) return answer_address(question, AF_INET, &four);
    return __inet_pton(AF_INET6, text, bytes) == 1 ? answer_address(question, AF_INET6, bytes) : EAI_NONAME;
}

static int answer_from_hosts(struct address_question *question, const char *host)
{
    FILE *file = fopen("/etc/hosts", "re");
    char line[NET_LINE_SIZE], *words[NET_MOST_WORDS];
    int result = EAI_NONAME, count, i;

    if (!file) return EAI_NONAME;
    while ((count = __net_words(file, line, words)) > 0)
        for (i = 1; i < count; i++)
            if (__strcasecmp(words[i], host) == 0) {
                int error = answer_text(question, words[0]);

                if (!error || result == EAI_NONAME) result = error;
                break;
            }
    fclose(file);
    return result;
}

int __getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
    static const struct addrinfo none;
    static const unsigned char any[16];
    static const unsigned char loopback[4] = { 127, 0, 0, 1 };
    struct address_question question;
    int error, other;

    *result = NULL;
    if (!hints) hints = &none;
    if (!host && !service) return EAI_NONAME;
    if (hints->ai_family != AF_UNSPEC && hints->ai_family != AF_INET && hints->ai_family != AF_INET6) return EAI_FAMILY;
    if (hints->ai_flags & AI_CANONNAME && !host) return EAI_BADFLAGS;
    question.hints = hints;
    question.service = service;
    question.end = result;
    question.name = hints->ai_flags & AI_CANONNAME ? host : NULL;
    if (!host) {
        int passive = hints->ai_flags & AI_PASSIVE;

        error = answer_address(&question, AF_INET, passive ? any : loopback);
        other = answer_address(&question, AF_INET6, passive ? any : in6addr_loopback.s6_addr);
        if (!other) error = 0;
    } else {
        error = answer_text(&question, host);
        if (error == EAI_NONAME && !(hints->ai_flags & AI_NUMERICHOST)) error = answer_from_hosts(&question, host);
    }
    if (error) {
        __freeaddrinfo(*result);
        *result = NULL;
    }
    return error;
}
PUBLIC_NAME(getaddrinfo);

void __freeaddrinfo(struct addrinfo *list)
{
    while (list) {
        struct addrinfo *next = list->ai_next;

        free(list->ai_canonname);
        free(list);
        list = next;
    }
}
PUBLIC_NAME(freeaddrinfo);
