/* Identities, and the users and groups by name, by number and in order. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* To take the identity one has already succeeds; only where it has no number in this user namespace it is EINVAL. */
static int taken(int result)
{
    return result == 0 || errno == EINVAL;
}

static void identities(void)
{
    static gid_t groups[65536];
    uid_t real, effective, saved;

    printf("%d\n", getresuid(&real, &effective, &saved));
    printf("%d %d\n", real == getuid(), effective == geteuid());
    printf("%d\n", getresgid(&real, &effective, &saved));
    printf("%d %d\n", real == getgid(), effective == getegid());
    printf("%d %d\n", taken(setuid(getuid())), taken(setgid(getgid())));
    printf("%d %d\n", taken(seteuid(geteuid())), taken(setegid(getegid())));
    printf("%d %d\n", setreuid((uid_t)-1, (uid_t)-1), setregid((gid_t)-1, (gid_t)-1));
    printf("%d\n", getgroups(0, NULL) == getgroups(65536, groups));
    printf("%d\n", getsid(0) == getsid(getpid()));
}

static void users(void)
{
    struct passwd *user = getpwuid(0), one, *result = &one;
    char room[1024], tiny[4];
    int number = 0, found = 0;

    printf("%s %d %d\n", user->pw_name, (int)user->pw_gid, user->pw_dir[0] == '/');
    user = getpwnam("root");
    printf("%d %d\n", (int)user->pw_uid, user->pw_shell[0] == '/');
    printf("%d\n", getpwnam("nobody that anybody knows") == NULL);
    printf("%d\n", getpwuid(0x7ffffff3) == NULL);
    printf("%d\n", getpwnam_r("root", &one, room, sizeof room, &result));
    printf("%d %s\n", result == &one, one.pw_name);
    printf("%d\n", getpwnam_r("root", &one, tiny, sizeof tiny, &result) == ERANGE);
    printf("%d\n", result == NULL);
    printf("%d\n", getpwuid_r(0x7ffffff3, &one, room, sizeof room, &result));
    printf("%d\n", result == NULL);
    while ((user = getpwent()) != NULL) {
        number++;
        if (strcmp(user->pw_name, "root") == 0) found++;
    }
    setpwent();
    while (getpwent()) number--;
    endpwent();
    printf("%d %d\n", number, found);
}

static void groups(void)
{
    struct group *group = getgrgid(0), one, *result = NULL;
    char room[4096], tiny[8];
    gid_t list[64];
    int number = 0, count = 64;

    printf("%s\n", group->gr_name);
    printf("%d\n", (int)getgrnam("root")->gr_gid);
    printf("%d\n", getgrnam("no group of that name") == NULL);
    printf("%d\n", getgrgid_r(0, &one, room, sizeof room, &result));
    printf("%s\n", result->gr_name);
    printf("%d\n", getgrnam_r("root", &one, tiny, sizeof tiny, &result) == ERANGE);
    while ((group = getgrent()) != NULL) number++;
    printf("%d\n", number > 0);
    endgrent();
    printf("%d\n", getgrouplist("root", 0, list, &count) == count);
    printf("%d %d\n", count >= 1, (int)list[0]);
}

int main(void)
{
    identities();
    users();
    groups();
    return 0;
}
