#include <netinet/ether.h>
#include <stdio.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/netdb.h"

INNER_NAME(ether_aton_r);

/* /etc/ethers: ADDRESS NAME. All give 0 for success and -1 for "no such". */

int __ether_line(const char *line, struct ether_addr *address, char *name)
{
    char digits[18];
    size_t size;

    line += strspn(line, " \t");
    size = strcspn(line, " \t#\n");
    if (size >= sizeof digits) return -1;
    memcpy(digits, line, size);
    digits[size] = 0;
    if (!__ether_aton_r(digits, address)) return -1;
    line += size;
    line += strspn(line, " \t");
    size = strcspn(line, " \t#\n");
    if (size == 0) return -1;
    memcpy(name, line, size);
    name[size] = 0;
    return 0;
}
PUBLIC_NAME(ether_line);

/* The entry with this name, or with this address where `wanted` is NULL. */
static int find(const char *wanted, char *name, struct ether_addr *address)
{
    FILE *file = fopen("/etc/ethers", "re");
    char line[NET_LINE_SIZE], found_name[NET_LINE_SIZE];
    struct ether_addr found;
    int result = -1;

    if (!file) return -1;
    while (result != 0 && fgets(line, sizeof line, file)) {
        if (__ether_line(line, &found, found_name) != 0) continue;
        if (wanted ? strcmp(wanted, found_name) != 0 : memcmp(&found, address, sizeof found) != 0) continue;
        if (wanted)
            *address = found;
        else
            strcpy(name, found_name);
        result = 0;
    }
    fclose(file);
    return result;
}

int __ether_hostton(const char *name, struct ether_addr *address)
{
    return find(name, NULL, address);
}
PUBLIC_NAME(ether_hostton);

int __ether_ntohost(char *name, const struct ether_addr *address)
{
    struct ether_addr wanted = *address;

    return find(NULL, name, &wanted);
}
PUBLIC_NAME(ether_ntohost);
