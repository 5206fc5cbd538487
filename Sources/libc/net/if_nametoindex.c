#include <errno.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <dirent.h>
#include "../internal/sys.h"

/* Asks about one interface through a socket of any kind. */
static long ask_interface(unsigned long request, struct ifreq *about)
{
    long fd = sys_socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), answer;

    if (fd < 0) return fd;
    answer = sys_ioctl((int)fd, request, (long)about);
    sys_close((int)fd);
    return answer;
}

unsigned int if_nametoindex(const char *name)
{
    struct ifreq about;

    if (strlen(name) >= sizeof about.ifr_name) {
        errno = ENODEV;
        return 0;
    }
    strcpy(about.ifr_name, name);
    return __sys_result(ask_interface(SIOCGIFINDEX, &about)) < 0 ? 0 : (unsigned int)about.ifr_ifindex;
}

char *if_indextoname(unsigned int index, char *name)
{
    struct ifreq about;
    long answer;

    about.ifr_ifindex = (int)index;
    answer = ask_interface(SIOCGIFNAME, &about);
    if (__sys_result(answer == -ENODEV ? -ENXIO : answer) < 0) return NULL;
    return strncpy(name, about.ifr_name, IF_NAMESIZE);
}

/* The kernel lists its interfaces as folders. */
struct if_nameindex *if_nameindex(void)
{
    DIR *folder = opendir("/sys/class/net");
    struct dirent *entry;
    struct if_nameindex *list = calloc(1, sizeof *list), *larger;
    size_t count = 0;

    if (!list || !folder) {
        free(list);
        if (folder) closedir(folder);
        return NULL;
    }
    while ((entry = readdir(folder)) != NULL) {
        unsigned int index = entry->d_name[0] == '.' ? 0 : if_nametoindex(entry->d_name);
        if (!index) continue;
        larger = realloc(list, (count + 2) * sizeof *list);
        if (!larger) break;
        list = larger;
        list[count].if_index = index;
        list[count].if_name = strdup(entry->d_name);
        memset(&list[++count], 0, sizeof *list);
    }
    closedir(folder);
    return list;
}

void if_freenameindex(struct if_nameindex *list)
{
    size_t i;

    for (i = 0; list && list[i].if_index; i++) free(list[i].if_name);
    free(list);
}
