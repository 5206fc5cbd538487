/* Tables of mounts, of logins and of pass phrases, in files of our own. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <mntent.h>
#include <shadow.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utmpx.h>

static void mounts(void)
{
    struct mntent *entry, new = { "/dev/new", "/a place", "ext4", "ro,uid=5", 1, 2 };
    FILE *file = fopen("mounts", "w");

    fputs("# comment\n\n/dev/one / ext4 rw,noatime,mode=755 0 1\n  proc /proc proc defaults\n//host/a\\040b /mnt\\011x cifs ro 0 0\n", file);
    fclose(file);
    file = setmntent("mounts", "r+");
    while ((entry = getmntent(file)) != NULL)
        printf("[%s] [%s] [%s] [%s] %d %d\n", entry->mnt_fsname, entry->mnt_dir, entry->mnt_type, entry->mnt_opts, entry->mnt_freq,
               entry->mnt_passno);
    printf("%d\n", addmntent(file, &new));
    printf("%d\n", endmntent(file));
    file = setmntent("mounts", "r");
    while ((entry = getmntent(file)) != NULL && strcmp(entry->mnt_type, "ext4") != 0);
    printf("%s %s %d %d\n", hasmntopt(entry, "noatime"), hasmntopt(entry, "mode"), hasmntopt(entry, "no") == NULL, hasmntopt(entry, "w") == NULL);
    while ((entry = getmntent(file)) != NULL && strcmp(entry->mnt_fsname, "/dev/new") != 0);
    printf("[%s] %s\n", entry->mnt_dir, hasmntopt(entry, "uid"));
    endmntent(file);
}

static void logins(void)
{
    struct utmpx entry, wanted, *found;
    int i;

    close(open("logins", O_CREAT | O_TRUNC | O_RDWR, 0600));
    utmpxname("logins");
    memset(&entry, 0, sizeof entry);
    printf("%d\n", (int)sizeof entry);
    setutxent();
    for (i = 0; i < 3; i++) {
        entry.ut_type = USER_PROCESS;
        sprintf(entry.ut_line, "tty%d", i);
        sprintf(entry.ut_id, "%d", i);
        sprintf(entry.ut_user, "user%d", i);
        entry.ut_tv.tv_sec = 1000 + i;
        printf("%d\n", pututxline(&entry) != NULL);
    }
    memset(&wanted, 0, sizeof wanted);
    strcpy(wanted.ut_line, "tty1");
    setutxent();
    found = getutxline(&wanted);
    printf("%s\n", found->ut_user);
    entry = *found;
    entry.ut_type = DEAD_PROCESS;
    pututxline(&entry);
    setutxent();
    while ((found = getutxent()) != NULL) printf("%d %s %s %d\n", found->ut_type, found->ut_line, found->ut_user, (int)found->ut_tv.tv_sec);
    endutxent();
}

static void phrases(void)
{
    struct spwd *entry = sgetspent("name:$6$x:19000:0:99999:7:::");
    FILE *file = fopen("phrases", "w+");

    printf("%s %s %ld %ld %ld %ld %ld %ld\n", entry->sp_namp, entry->sp_pwdp, entry->sp_lstchg, entry->sp_min, entry->sp_max, entry->sp_warn,
           entry->sp_inact, entry->sp_expire);
    printf("%d\n", putspent(entry, file));
    fputs("other:*:1:2:3:4:5:6:\n", file);
    rewind(file);
    entry = fgetspent(file);
    printf("%s\n", entry->sp_namp);
    entry = fgetspent(file);
    printf("%s %ld\n", entry->sp_namp, entry->sp_expire);
    printf("%d\n", fgetspent(file) == NULL);
    fclose(file);
}

int main(void)
{
    mounts();
    logins();
    phrases();
    return 0;
}
