/* What an unprivileged user may do with files and folders. */
#include "check.h"
#include <grp.h>
#include <sys/mman.h>
#include <sys/time.h>

static void become(uid_t user, gid_t group)
{
    GIVES(0, setgroups(0, NULL));
    GIVES(0, setgid(group));
    GIVES(0, setuid(user));
}

static void reading(void)
{
    become(1000, 100);
    FAILS(EACCES, open("secret", O_RDONLY));
    FAILS(EACCES, open("secret", O_WRONLY));
    HOLDS(open("public", O_RDONLY) >= 0);
    FAILS(EACCES, open("public", O_RDWR));
    FAILS(EACCES, open("public", O_WRONLY | O_TRUNC));
    FAILS(EACCES, open("public", O_RDONLY | O_TRUNC));
    FAILS(EACCES, truncate("public", 0));
    FAILS(EPERM, open("public", O_RDONLY | O_NOATIME));
    /* The group's bits count for the group, even if the others' are more. */
    HOLDS(open("for-others", O_RDONLY) < 0 && errno == EACCES);
    HOLDS(open("for-group", O_RDONLY) >= 0);
    FAILS(EACCES, access("public", W_OK));
    GIVES(0, access("public", R_OK));
    FAILS(EACCES, access("public", X_OK));
    FAILS(EACCES, access("closed/file", F_OK));
    FAILS(EACCES, open("closed/file", O_RDONLY));
    FAILS(EACCES, chdir("closed"));
    FAILS(EACCES, open("closed/../public", O_RDONLY));
    HOLDS(open("unlisted/file", O_RDONLY) >= 0);
    FAILS(EACCES, open("unlisted", O_RDONLY | O_DIRECTORY));
    HOLDS(strcmp(text_of("public"), "public") == 0);
}

static void making(void)
{
    struct stat status;
    int fd;

    become(1000, 100);
    FAILS(EACCES, open("new", O_WRONLY | O_CREAT, 0644));
    FAILS(EACCES, mkdir("new", 0755));
    FAILS(EACCES, symlink("x", "new"));
    FAILS(EACCES, mkfifo("new", 0644));
    FAILS(EACCES, unlink("public"));
    FAILS(EACCES, rmdir("unlisted"));
    FAILS(EACCES, rename("public", "new"));
    FAILS(EEXIST, mkdir("public", 0755));
    FAILS(ENOENT, unlink("absent"));
    FAILS(EPERM, mknod("free/null", S_IFCHR | 0666, 0x103));
    fd = open("free/own", O_RDWR | O_CREAT, 0400);
    HOLDS(fd >= 0);
    GIVES(3, write(fd, "own", 3));
    GIVES(0, fstat(fd, &status));
    HOLDS(status.st_uid == 1000 && status.st_gid == 100);
    /* The rights were looked at when it was opened. */
    GIVES(0, fchmod(fd, 0));
    GIVES(3, write(fd, "own", 3));
    FAILS(EACCES, open("free/own", O_RDONLY));
    GIVES(0, chmod("free/own", 0600));
    HOLDS(open("free/own", O_RDONLY) >= 0);
    FAILS(EACCES, rename("free/own", "own"));
    FAILS(EACCES, rename("public", "free/public"));
    GIVES(0, rename("free/own", "free/other"));
}

static void sticky(void)
{
    become(1001, 100);
    FAILS(EPERM, unlink("sticky/of-1000"));
    FAILS(EPERM, rename("sticky/of-1000", "sticky/mine"));
    make_file("sticky/mine", "");
    FAILS(EPERM, rename("sticky/mine", "sticky/of-1000"));
    FAILS(EPERM, rmdir("sticky/folder"));
    GIVES(0, rename("sticky/mine", "sticky/mine-too"));
    GIVES(0, unlink("sticky/mine-too"));
    /* A second name of what cannot be written: not without being the owner. */
    FAILS(EPERM, link("sticky/of-1000", "free/link"));
    FAILS(EPERM, link("secret", "free/link"));
    FAILS(EPERM, link("public", "free/link"));
    /* A folder that moves is written to. */
    GIVES(0, mkdir("free/mine", 0755));
    FAILS(EACCES, rename("free/of-root", "free/mine/moved"));
    GIVES(0, rename("free/of-root", "free/renamed"));
}

static void owners(void)
{
    struct stat status;
    struct timespec now[2] = { { 0, UTIME_NOW }, { 0, UTIME_NOW } }, omit[2] = { { 0, UTIME_OMIT }, { 0, UTIME_OMIT } };
    struct timespec then[2] = { { 1, 0 }, { 1, 0 } };
    gid_t groups[1] = { 300 };

    GIVES(0, setgroups(1, groups));
    GIVES(0, setgid(100));
    GIVES(0, setuid(1000));
    FAILS(EPERM, chmod("public", 0666));
    FAILS(EPERM, chown("public", 1000, -1));
    FAILS(EPERM, chown("free/mine-1000", 1001, -1));
    FAILS(EPERM, chown("free/mine-1000", -1, 400));
    GIVES(0, chown("free/mine-1000", 1000, 300));
    GIVES(0, stat("free/mine-1000", &status));
    HOLDS(status.st_gid == 300);
    GIVES(0, chown("free/mine-1000", -1, -1));
    FAILS(EPERM, chown("public", -1, 300));
    /* The set-group-ID bit is for those of the group. */
    GIVES(0, chmod("free/mine-1000", 02755));
    GIVES(0, stat("free/mine-1000", &status));
    HOLDS((status.st_mode & 07777) == 02755);
    GIVES(0, chmod("free/in-group-0", 02755));
    GIVES(0, stat("free/in-group-0", &status));
    HOLDS((status.st_mode & 07777) == 0755);
    FAILS(EPERM, utimensat(AT_FDCWD, "public", then, 0));
    FAILS(EACCES, utimensat(AT_FDCWD, "public", NULL, 0));
    FAILS(EACCES, utimensat(AT_FDCWD, "public", now, 0));
    GIVES(0, utimensat(AT_FDCWD, "public", omit, 0));
    GIVES(0, utimensat(AT_FDCWD, "free/writable", now, 0));
    FAILS(EPERM, utimensat(AT_FDCWD, "free/writable", then, 0));
    GIVES(0, utimensat(AT_FDCWD, "free/mine-1000", then, 0));
}

static int mode_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (int)(status.st_mode & 07777) : -1;
}

static void set_id_bits(void)
{
    int fd;

    become(1000, 100);
    GIVES(0, chmod("free/mine-1000", 06755));
    fd = open("free/mine-1000", O_RDWR);
    GIVES(1, write(fd, "x", 1));
    HOLDS(mode_of("free/mine-1000") == 0755);
    GIVES(0, chmod("free/mine-1000", 06745));
    GIVES(0, ftruncate(fd, 0));
    /* Without the group's x the bit says something else. */
    HOLDS((mode_of("free/mine-1000") & 04000) == 0);
    GIVES(0, chmod("free/mine-1000", 06755));
    GIVES(0, chown("free/mine-1000", -1, 100));
    HOLDS(mode_of("free/mine-1000") == 0755);
    close(fd);
}

static void inherited_group(void)
{
    struct stat status;

    become(1000, 100);
    make_file("of-group/file", "");
    GIVES(0, mkdir("of-group/folder", 0755));
    GIVES(0, stat("of-group/file", &status));
    HOLDS(status.st_gid == 500 && !(status.st_mode & 02000));
    GIVES(0, stat("of-group/folder", &status));
    HOLDS(status.st_gid == 500 && status.st_mode & 02000);
}

static void effective_access(void)
{
    /* access asks for the real user, open for the effective one. */
    GIVES(0, setresuid(0, 1000, 0));
    GIVES(0, access("secret", R_OK));
    FAILS(EACCES, open("secret", O_RDONLY));
    FAILS(EACCES, syscall(439, AT_FDCWD, "secret", R_OK, 0x200));
    GIVES(0, syscall(439, AT_FDCWD, "public", R_OK, 0x200));
    GIVES(0, setresuid(1000, 0, 0));
    FAILS(EACCES, access("secret", R_OK));
    HOLDS(open("secret", O_RDONLY) >= 0);
    GIVES(0, syscall(439, AT_FDCWD, "secret", R_OK, 0x200));
}

static void reopening(void)
{
    char path[40];
    int fd = open("secret", O_PATH), shared = open("public", O_RDONLY);

    become(1000, 100);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    FAILS(EACCES, open(path, O_RDONLY));
    snprintf(path, sizeof path, "/proc/self/fd/%d", shared);
    FAILS(EACCES, open(path, O_RDWR));
    HOLDS(open(path, O_RDONLY) >= 0);
}

/* Root reads and writes all, but runs only what somebody may run. */
static void root(void)
{
    HOLDS(open("for-others", O_RDWR) >= 0);
    GIVES(0, access("closed/file", R_OK | W_OK));
    FAILS(EACCES, access("secret", X_OK));
    GIVES(0, access("closed", X_OK));
}

static void owned_file(const char *path, int mode, uid_t user, gid_t group)
{
    make_file(path, path);
    GIVES(0, chown(path, user, group));
    GIVES(0, chmod(path, mode));
}

static void owned_folder(const char *path, int mode, uid_t user, gid_t group)
{
    GIVES(0, mkdir(path, 0755));
    GIVES(0, chown(path, user, group));
    GIVES(0, chmod(path, mode));
}

int main(void)
{
    umask(022);
    GIVES(0, chmod(".", 0755));
    owned_file("secret", 0600, 0, 0);
    owned_file("public", 0644, 0, 0);
    owned_file("for-others", 0604, 0, 100);
    owned_file("for-group", 0640, 0, 100);
    owned_folder("closed", 0700, 0, 0);
    owned_file("closed/file", 0666, 0, 0);
    owned_folder("unlisted", 0711, 0, 0);
    owned_file("unlisted/file", 0644, 0, 0);
    owned_folder("free", 0777, 0, 0);
    owned_folder("free/of-root", 0755, 0, 0);
    owned_file("free/mine-1000", 0755, 1000, 100);
    owned_file("free/in-group-0", 0755, 1000, 0);
    owned_file("free/writable", 0666, 0, 0);
    owned_folder("sticky", 01777, 0, 0);
    owned_file("sticky/of-1000", 0644, 1000, 100);
    owned_folder("sticky/folder", 0777, 1000, 100);
    owned_folder("of-group", 02777, 0, 500);
    GIVES(0, ending_of(reading));
    GIVES(0, ending_of(making));
    GIVES(0, ending_of(sticky));
    GIVES(0, ending_of(owners));
    GIVES(0, ending_of(set_id_bits));
    GIVES(0, ending_of(inherited_group));
    GIVES(0, ending_of(effective_access));
    GIVES(0, ending_of(reopening));
    GIVES(0, ending_of(root));
    return finish();
}
