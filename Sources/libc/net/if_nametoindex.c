#include <errno.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <dirent.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(closedir);
INNER_NAME(opendir);
INNER_NAME(readdir);
INNER_NAME(strdup);

/* Asks about one interface through a socket of any kind. */
static long ask_interface(unsigned long request, struct ifreq *about)
{
    long fd = sys_socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), answer;

    if (fd < 0) return fd;
    answer = sys_ioctl((int)fd, request, (long)about);
    sys_close((int)fd);
    return answer;
}

unsigned int __if_nametoindex(const char *name)
{
    struct ifreq about;

    if (strlen(name) >= sizeof about.ifr_name) {
        errno = ENODEV;
        return 0;
    }
    strcpy(about.ifr_name, name);
    return __sys_result(ask_interface(SIOCGIFINDEX, &about)) < 0 ? 0 : (unsigned int)about.ifr_ifindex;
}
PUBLIC_NAME(if_nametoindex);

char *__if_indextoname(unsigned int index, char *name)
{
    struct ifreq about;
    long answer;

    about.ifr_ifindex = (int)index;
    answer = ask_interface(SIOCGIFNAME, &about);
    if (__sys_result(answer == -ENODEV ? -ENXIO : answer) < 0) return NULL;
    return strncpy(name, about.ifr_name, IF_NAMESIZE);
}
PUBLIC_NAME(if_indextoname);

/* The kernel lists its interfaces as folders. */
struct if_nameindex *__if_nameindex(void)
{
    DIR *folder = __opendir("/sys/class/net");
    struct dirent *entry;
    struct if_nameindex *list = calloc(1, sizeof *list), *larger;
    size_t count = 0;

    if (!list || !folder) {
        free(list);
        if (folder) __closedir(folder);
        return NULL;
    }
    while ((entry = __readdir(folder)) != NULL) {
        unsigned int index = entry->d_name[0] == '.' ? 0 : __if_nametoindex(entry->d_name);
        if (!index) continue;
        larger = realloc(list, (count + 2) * sizeof *list);
        if (!larger) break;
        list = larger;
        list[count].if_index = index;
        list[count].if_name = __strdup(entry->d_name);
        memset(&list[++count], 0, sizeof *list);
    }
    __closedir(folder);
    return list;
}
PUBLIC_NAME(if_nameindex);

void __if_freenameindex(struct if_nameindex *list)
{
    size_t i;

    for (i = 0; list && list[i].if_index; i++) free(list[i].if_name);
    free(list);
}
PUBLIC_NAME(if_freenameindex);
