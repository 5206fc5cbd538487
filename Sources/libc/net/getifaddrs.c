#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include "../internal/sys.h"

/* The interfaces with an IPv4 address, as the old requests tell them. */

struct ifaddrs_entry {
    struct ifaddrs entry;
    struct sockaddr address, mask, other;
    char name[IFNAMSIZ];
};

enum { IFADDRS_MOST = 64 };

int getifaddrs(struct ifaddrs **list)
{
    struct ifreq requests[IFADDRS_MOST];
    struct ifconf all;
    long fd = __sys_result(sys_socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    int i, count;

    *list = NULL;
    if (fd < 0) return -1;
    all.ifc_len = sizeof requests;
    all.ifc_req = requests;
    if (__sys_result(sys_ioctl((int)fd, SIOCGIFCONF, (long)&all)) < 0) {
        sys_close((int)fd);
        return -1;
    }
    count = all.ifc_len / (int)sizeof requests[0];
    for (i = count - 1; i >= 0; i--) {
        struct ifaddrs_entry *new = calloc(1, sizeof *new);
        struct ifreq about = requests[i];
        if (!new) continue;
        strcpy(new->name, about.ifr_name);
        new->address = about.ifr_addr;
        if (sys_ioctl((int)fd, SIOCGIFFLAGS, (long)&about) >= 0) new->entry.ifa_flags = (unsigned short)about.ifr_flags;
        if (sys_ioctl((int)fd, SIOCGIFNETMASK, (long)&about) >= 0) {
            new->mask = about.ifr_netmask;
            new->entry.ifa_netmask = &new->mask;
        }
        if (new->entry.ifa_flags & IFF_POINTOPOINT ? sys_ioctl((int)fd, SIOCGIFDSTADDR, (long)&about) >= 0
                                                   : new->entry.ifa_flags & IFF_BROADCAST
                                                         && sys_ioctl((int)fd, SIOCGIFBRDADDR, (long)&about) >= 0) {
            new->other = about.ifr_broadaddr;
            new->entry.ifa_broadaddr = &new->other;
        }
        new->entry.ifa_name = new->name;
        new->entry.ifa_addr = &new->address;
        new->entry.ifa_next = *list;
        *list = &new->entry;
    }
    sys_close((int)fd);
    return 0;
}

void freeifaddrs(struct ifaddrs *list)
{
    while (list) {
        struct ifaddrs *next = list->ifa_next;
        free(list);
        list = next;
    }
}
