#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(fmemopen);

/* /etc/protocols: NAME NUMBER ALIAS...; where there is no such file, the protocols that every machine has. */

static const char usual_protocols[] = "ip 0 IP\nicmp 1 ICMP\nigmp 2 IGMP\ntcp 6 TCP\nudp 17 UDP\nipv6 41 IPv6\n"
                                      "ipv6-icmp 58 IPv6-ICMP\nsctp 132 SCTP\n";

static FILE *protocols_file;
static char protocol_line[NET_LINE_SIZE];
static char *protocol_words[NET_MOST_WORDS + 1];
static struct protoent protocol_entry;

void setprotoent(int stay)
{
    (void)stay;
    if (protocols_file) rewind(protocols_file);
}

void endprotoent(void)
{
    if (protocols_file) fclose(protocols_file);
    protocols_file = NULL;
}

static struct protoent *next_protocol(FILE *file)
{
    int count;

    do count = __net_words(file, protocol_line, protocol_words);
    while (count == 1);
    if (count == 0) return NULL;
    protocol_words[count] = NULL;
    protocol_entry.p_name = protocol_words[0];
    protocol_entry.p_proto = atoi(protocol_words[1]);
    protocol_entry.p_aliases = protocol_words + 2;
    return &protocol_entry;
}

static FILE *open_protocols(void)
{
    FILE *file = fopen("/etc/protocols", "re");

    return file ? file : __fmemopen((char *)usual_protocols, sizeof usual_protocols - 1, "r");
}

struct protoent *getprotoent(void)
{
    if (!protocols_file && !(protocols_file = open_protocols())) return NULL;
    return next_protocol(protocols_file);
}

static struct protoent *find_protocol(const char *name, int number)
{
    FILE *file = open_protocols();
    struct protoent *entry;

    if (!file) return NULL;
    while ((entry = next_protocol(file)) != NULL) {
        char **alias = entry->p_aliases;
        int fits = name ? strcmp(entry->p_name, name) == 0 : entry->p_proto == number;
        while (name && !fits && *alias) fits = strcmp(*alias++, name) == 0;
        if (fits) break;
    }
    fclose(file);
    return entry;
}

struct protoent *getprotobyname(const char *name)
{
    return find_protocol(name, 0);
}

struct protoent *getprotobynumber(int number)
{
    return find_protocol(NULL, number);
}
