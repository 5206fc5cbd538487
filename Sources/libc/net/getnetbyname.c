#include <arpa/inet.h>
#include <netdb.h>
#include <string.h>
#include "../internal/netdb.h"

/* /etc/networks: NAME NUMBER ALIAS... */

static FILE *networks_file;
static char network_line[NET_LINE_SIZE];
static char *network_words[NET_MOST_WORDS + 1];
static struct netent network_entry;

void setnetent(int stay)
{
    (void)stay;
    if (networks_file) rewind(networks_file);
}

void endnetent(void)
{
    if (networks_file) fclose(networks_file);
    networks_file = NULL;
}

struct netent *getnetent(void)
{
    int count;

    if (!networks_file && !(networks_file = fopen("/etc/networks", "re"))) return NULL;
    do count = __net_words(networks_file, network_line, network_words);
    while (count == 1);
    if (count == 0) return NULL;
    network_words[count] = NULL;
    network_entry.n_name = network_words[0];
    network_entry.n_addrtype = AF_INET;
    network_entry.n_net = inet_network(network_words[1]);
    network_entry.n_aliases = network_words + 2;
    return &network_entry;
}

struct netent *getnetbyname(const char *name)
{
    struct netent *entry;

    endnetent();
    while ((entry = getnetent()) != NULL) {
        char **alias = entry->n_aliases;
        int fits = strcmp(entry->n_name, name) == 0;
        while (!fits && *alias) fits = strcmp(*alias++, name) == 0;
        if (fits) break;
    }
    endnetent();
    return entry;
}

struct netent *getnetbyaddr(uint32_t network, int family)
{
    struct netent *entry;

    endnetent();
    do entry = getnetent();
    while (entry && (entry->n_net != network || entry->n_addrtype != family));
    endnetent();
    return entry;
}
