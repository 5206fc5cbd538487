/* What is told of the network: /proc/net, and the requests for interfaces. */
#include "sockets.h"
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

/* Whether the file has a line with this text; read in small pieces, which must give the same as one. */
static int has_line(const char *path, const char *text)
{
    static char whole[100000];
    long size = 0, got = 1;
    int fd = open(path, O_RDONLY);

    HOLDS(fd >= 0);
    while (got > 0 && size < (long)sizeof whole - 100) {
        got = read(fd, whole + size, 97);
        size += got > 0 ? got : 0;
    }
    whole[size] = 0;
    close(fd);
    return strstr(whole, text) != NULL;
}

static void tables(void)
{
    struct sockaddr_in a;
    struct sockaddr_in6 b;
    socklen_t length = sizeof a;
    struct stat s;
    char text[64];
    int tcp = socket(AF_INET, SOCK_STREAM, 0), udp = socket(AF_INET6, SOCK_DGRAM, 0), named = listener("@seed-tables", SOCK_STREAM), k;
    int more[100];

    for (k = 0; k < 100; k++) {       /* a table of more than a page */
        sprintf(text, "@seed-tables-%d", k);
        more[k] = listener(text, SOCK_STREAM);
    }
    memset(&a, 0, sizeof a);
    a.sin_family = AF_INET;
    a.sin_addr.s_addr = htonl(0x7f000001);
    GIVES(0, bind(tcp, (struct sockaddr *)&a, sizeof a));
    GIVES(0, listen(tcp, 3));
    GIVES(0, getsockname(tcp, (struct sockaddr *)&a, &length));
    sprintf(text, ": 0100007F:%04X 00000000:0000 0A ", ntohs(a.sin_port));
    HOLDS(has_line("/proc/net/tcp", text));
    memset(&b, 0, sizeof b);
    b.sin6_family = AF_INET6;
    b.sin6_addr = in6addr_loopback;
    GIVES(0, bind(udp, (struct sockaddr *)&b, sizeof b));
    length = sizeof b;
    GIVES(0, getsockname(udp, (struct sockaddr *)&b, &length));
    sprintf(text, ": 00000000000000000000000001000000:%04X 00000000000000000000000000000000:0000 07 ", ntohs(b.sin6_port));
    HOLDS(has_line("/proc/net/udp6", text));
    HOLDS(has_line("/proc/net/unix", " @seed-tables\n"));
    GIVES(0, fstat(named, &s));
    sprintf(text, " 00010000 0001 01 %5lu @seed-tables\n", (unsigned long)s.st_ino);
    HOLDS(has_line("/proc/net/unix", text));
    HOLDS(has_line("/proc/net/dev", "    lo:"));
    HOLDS(has_line("/proc/net/route", "Iface\tDestination\tGateway"));
    FAILS(EACCES, geteuid() == 0 ? (errno = EACCES, -1) : open("/proc/net/tcp", O_WRONLY));
    for (k = 0; k < 100; k++)
        close(more[k]);
    close(tcp);
    close(udp);
    close(named);
}

static void interfaces(void)
{
    struct ifreq r;
    struct ifconf all;
    struct ifreq list[16];
    struct ifaddrs *first, *i;
    char name[IF_NAMESIZE];
    int fd = socket(AF_INET, SOCK_DGRAM, 0), k, found = 0;

    memset(&r, 0, sizeof r);
    strcpy(r.ifr_name, "lo");
    GIVES(0, ioctl(fd, SIOCGIFFLAGS, &r));
    HOLDS((r.ifr_flags & (IFF_UP | IFF_LOOPBACK | IFF_RUNNING)) == (IFF_UP | IFF_LOOPBACK | IFF_RUNNING));
    GIVES(0, ioctl(fd, SIOCGIFADDR, &r));
    HOLDS(((struct sockaddr_in *)&r.ifr_addr)->sin_addr.s_addr == htonl(0x7f000001));
    GIVES(0, ioctl(fd, SIOCGIFNETMASK, &r));
    HOLDS(((struct sockaddr_in *)&r.ifr_addr)->sin_addr.s_addr == htonl(0xff000000));
    GIVES(0, ioctl(fd, SIOCGIFMTU, &r));
    GIVES(65536, r.ifr_mtu);
    GIVES(0, ioctl(fd, SIOCGIFINDEX, &r));
    GIVES(1, r.ifr_ifindex);
    strcpy(r.ifr_name, "none");
    FAILS(ENODEV, ioctl(fd, SIOCGIFADDR, &r));
    FAILS(EFAULT, ioctl(fd, SIOCGIFADDR, BAD_ADDRESS));
    all.ifc_len = sizeof list;
    all.ifc_req = list;
    GIVES(0, ioctl(fd, SIOCGIFCONF, &all));
    for (k = 0; k < all.ifc_len / (int)sizeof list[0]; k++)
        found |= strcmp(list[k].ifr_name, "lo") == 0;
    HOLDS(found);
    all.ifc_len = 0;
    all.ifc_req = NULL;
    GIVES(0, ioctl(fd, SIOCGIFCONF, &all));
    HOLDS(all.ifc_len >= (int)sizeof list[0]);
    GIVES(1, if_nametoindex("lo"));
    HOLDS(if_indextoname(1, name) && strcmp(name, "lo") == 0);
    FAILS(ENOTTY, ioctl(fd, 0x5401, &r));
    close(fd);
    found = 0;
    GIVES(0, getifaddrs(&first));
    for (i = first; i; i = i->ifa_next)
        found |= strcmp(i->ifa_name, "lo") == 0 && i->ifa_addr && i->ifa_addr->sa_family == AF_INET;
    HOLDS(found);
    freeifaddrs(first);
}

int main(void)
{
    tables();
    interfaces();
    return finish();
}
