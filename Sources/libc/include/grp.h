/* The groups: /etc/group. */
#ifndef _MINICC_LIBC_GRP_H
#define _MINICC_LIBC_GRP_H

#include <sys/types.h>

struct group {
    char *gr_name;
    char *gr_passwd;
    gid_t gr_gid;
    char **gr_mem;
};

struct group *getgrnam(const char *name);
struct group *getgrgid(gid_t number);
int getgrnam_r(const char *name, struct group *group, char *room, size_t size, struct group **result);
int getgrgid_r(gid_t number, struct group *group, char *room, size_t size, struct group **result);
struct group *getgrent(void);
void setgrent(void);
void endgrent(void);
int setgroups(size_t count, const gid_t groups[]);
int getgrouplist(const char *user, gid_t first, gid_t *groups, int *count);
int initgroups(const char *user, gid_t first);

#endif
