/* The users: /etc/passwd. */
#ifndef _MINICC_LIBC_PWD_H
#define _MINICC_LIBC_PWD_H

#include <sys/types.h>

struct passwd {
    char *pw_name;
    char *pw_passwd;
    uid_t pw_uid;
    gid_t pw_gid;
    char *pw_gecos;
    char *pw_dir;
    char *pw_shell;
};

struct passwd *getpwnam(const char *name);
struct passwd *getpwuid(uid_t number);
int getpwnam_r(const char *name, struct passwd *user, char *room, size_t size, struct passwd **result);
int getpwuid_r(uid_t number, struct passwd *user, char *room, size_t size, struct passwd **result);
struct passwd *getpwent(void);
void setpwent(void);
void endpwent(void);

#endif
