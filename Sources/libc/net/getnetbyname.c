#include <arpa/inet.h>
#include <netdb.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(inet_network);

/* /etc/networks: NAME NUMBER ALIAS... */

static FILE *networks_file;
static char network_line[NET_LINE_SIZE];
static char *network_words[NET_MOST_WORDS + 1];
static struct netent network_entry;

void __setnetent(int stay)
{
    (void)stay;
    if (networks_file) rewind(networks_file);
}
PUBLIC_NAME(setnetent);

void __endnetent(void)
{
    if (networks_file) fclose(networks_file);
    networks_file = NULL;
}
PUBLIC_NAME(endnetent);

struct netent *__getnetent(void)
{
    int count;

    if (!networks_file && !(networks_file = fopen("/etc/networks", "re"))) return NULL;
    do count = __net_words(networks_file, network_line, network_words);
    while (count == 1);
    if (count == 0) return NULL;
    network_words[count] = NULL;
    network_entry.n_name = network_words[0];
    network_entry.n_addrtype = AF_INET;
    network_entry.n_net = __inet_network(network_words[1]);
    network_entry.n_aliases = network_words + 2;
    return &network_entry;
}
PUBLIC_NAME(getnetent);

struct netent *__getnetbyname(const char *name)
{
    struct netent *entry;

    __endnetent();
    while ((entry = __getnetent()) != NULL) {
        char **alias = entry->n_aliases;
        int fits = strcmp(entry->n_name, name) == 0;
        while (!fits && *alias) fits = strcmp(*alias++, name) == 0;
        if (fits) break;
    }
    __endnetent();
    return entry;
}
PUBLIC_NAME(getnetbyname);

struct netent *__getnetbyaddr(uint32_t network, int family)
{
    struct netent *entry;

    __endnetent();
    do entry = __getnetent();
    while (entry && (entry->n_net != network || entry->n_addrtype != family));
    __endnetent();
    return entry;
}
PUBLIC_NAME(getnetbyaddr);
