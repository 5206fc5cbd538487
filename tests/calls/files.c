/* Opening, closing, what descriptors and names are. */
#include "sequences.h"
#include <dirent.h>
#include <sys/file.h>

static const int open_flags[] = { O_RDONLY, O_WRONLY, O_RDWR, O_RDWR | O_CREAT, O_RDWR | O_CREAT | O_TRUNC, O_RDONLY | O_DIRECTORY,
                                  O_WRONLY | O_APPEND | O_CREAT, O_RDWR | O_CREAT | O_EXCL, O_PATH, O_PATH | O_NOFOLLOW, O_RDONLY | O_NOFOLLOW,
                                  O_PATH | O_RDWR | O_TRUNC };
static const unsigned modes[] = { 0644, 0600, 0755, 0444, 0200, 0, 0777, 0666 };

static void put_stat(const struct stat *s)
{
    /* What has no kind and no name may be root's. */
    note("mode %o links %lu owner %u size %ld", (unsigned)s->st_mode, S_ISDIR(s->st_mode) ? 0 : (unsigned long)s->st_nlink, s->st_mode & S_IFMT ? (unsigned)s->st_uid : 0u,
         S_ISREG(s->st_mode) || S_ISLNK(s->st_mode) ? (long)s->st_size : 0l);
}

static void locks(int fd)
{
    static const int commands[] = { F_SETLK, F_GETLK, F_OFD_SETLK, F_OFD_GETLK };
    struct flock l;
    int k = (int)any(4), type = (int)any(3);

    memset(&l, 0, sizeof l);
    l.l_type = (short)(type == 0 ? F_RDLCK : type == 1 ? F_WRLCK : F_UNLCK);
    l.l_whence = (short)any(3);
    l.l_start = (long)any(40) - 4;
    l.l_len = (long)any(20) - 2;
    if (called(fcntl(fd, commands[k], &l), "lock %d %d %d %ld %ld", fd, k, type, (long)l.l_start, (long)l.l_len) == 0 && k & 1)
        note("type %d whence %d start %ld length %ld", l.l_type, l.l_whence, (long)l.l_start, (long)l.l_len);
}

void file_call(void)
{
    char path[64];
    int a = any_fd(), b = any_fd(), k = (int)any(sizeof open_flags / sizeof *open_flags), m = (int)any(8), ends[2];
    struct stat s;
    long r;

    snprintf(path, sizeof path, "%s", any_path());
    switch (any(16)) {
    case 0:
    case 1:
    case 2:
    case 3: called(open(path, open_flags[k] | O_NONBLOCK | (m & 1 ? O_CLOEXEC : 0), modes[m]), "open %s %d %o", path, k, modes[m]); break;
    case 4: called(openat(a, path, open_flags[k] | O_NONBLOCK, modes[m]), "openat %d %s %d %o", a, path, k, modes[m]); break;
    case 5: called(close(a), "close %d", a); break;
    case 6: called(dup2(a, b), "dup2 %d %d", a, b); break;
    case 7: called(dup3(a, b, m & 1 ? O_CLOEXEC : 0), "dup3 %d %d %d", a, b, m & 1); break;
    case 8:
        r = called(pipe2(ends, O_NONBLOCK | (m & 1 ? O_CLOEXEC : 0)), "pipe2");
        if (r == 0)
            note("%d %d", ends[0], ends[1]);
        break;
    case 9: called(fcntl(a, F_DUPFD, (int)any(30)), "F_DUPFD %d", a); break;
    case 10:
        called(fcntl(a, F_SETFD, m & 1), "F_SETFD %d %d", a, m & 1);
        called(fcntl(a, F_GETFD), "F_GETFD %d", a);
        break;
    case 11: called(fcntl(a, F_SETFL, O_NONBLOCK | (m & 1 ? O_APPEND : 0)), "F_SETFL %d %d", a, m & 1); break;
    case 12:
        if (called(fstat(a, &s), "fstat %d", a) == 0)
            put_stat(&s);
        break;
    case 13:
    case 14:
        /* All that have no kind are one file on Linux. */
        if (fstat(a, &s) == 0 && !(s.st_mode & S_IFMT))
            break;
        if (m & 1) {
            locks(a);
            break;
        }
        k = (int)any(3);
        called(flock(a, (k == 0 ? LOCK_SH : k == 1 ? LOCK_EX : LOCK_UN) | LOCK_NB), "flock %d %d", a, k);
        break;
    default: called(syscall(SYS_close_range, (long)(a < 3 ? 3 : a), (long)(a + m), 0l), "close_range %d %d", a < 3 ? 3 : a, a + m);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, whatever their order is. */
static void list(const char *path)
{
    char *names[128];
    int count = 0;
    DIR *d = opendir(path);
    struct dirent *e;

    called(d ? 0 : -1, "opendir %s", path);
    if (!d)
        return;
    while (count < 128 && (e = readdir(d)) != NULL) {
        names[count] = malloc(strlen(e->d_name) + 4);
        sprintf(names[count++], "%s:%d", e->d_name, e->d_type);
    }
    closedir(d);
    qsort(names, (size_t)count, sizeof *names, by_name);
    for (int k = 0; k < count; k++) {
        note("%s", names[k]);
        free(names[k]);
    }
}

void name_call(void)
{
    char path[64], other[64];
    int a = any_fd(), m = (int)any(8);
    struct stat s;
    long r;

    snprintf(path, sizeof path, "%s", any_path());
    snprintf(other, sizeof other, "%s", any_path());
    switch (any(20)) {
    case 0:
    case 1: called(mkdir(path, modes[m] | 0700), "mkdir %s %o", path, modes[m]); break;
    case 2: called(unlink(path), "unlink %s", path); break;
    case 3: called(rmdir(path), "rmdir %s", path); break;
    case 4:
    case 5: called(rename(path, other), "rename %s %s", path, other); break;
    case 6: called(renameat2(AT_FDCWD, path, AT_FDCWD, other, 1), "rename new %s %s", path, other); break;
    case 7: called(link(path, other), "link %s %s", path, other); break;
    case 8: called(symlink(other, path), "symlink %s %s", other, path); break;
    case 9: called(linkat(AT_FDCWD, path, AT_FDCWD, other, AT_SYMLINK_FOLLOW), "linkat %s %s", path, other); break;
    case 10:
        if (called(stat(path, &s), "stat %s", path) == 0)
            put_stat(&s);
        break;
    case 11:
        if (called(lstat(path, &s), "lstat %s", path) == 0)
            put_stat(&s);
        break;
    case 12: called(mkfifo(path, modes[m]), "mkfifo %s %o", path, modes[m]); break;
    case 13:
        if (strncmp(path, "/proc", 5) == 0)
            break;
        r = called(readlink(path, other, sizeof other - 1), "readlink %s", path);
        if (r >= 0) {
            other[r] = 0;
            note("%s", other);
        }
        break;
    case 14: called(chmod(path, modes[m]), "chmod %s %o", path, modes[m]); break;
    case 15:
        /* What never had a name has no mode to change on newer Linux. */
        if (m & 1 && fstat(a, &s) == 0 && !(s.st_mode & S_IFMT))
            break;
        called(m & 1 ? fchmod(a, modes[m]) : chown(path, (uid_t)-1, (gid_t)-1), "fchmod %d %o, chown %s", a, modes[m], path);
        break;
    case 16: called(access(path, m), "access %s %d", path, m); break;
    case 17:
        called(m < 6 ? chdir(path) : fchdir(a), "chdir %s or %d, %d", path, a, m);
        break;
    case 18:
        if (strncmp(path, "/proc", 5) != 0)
            list(path);
        break;
    default: called(m & 1 ? unlinkat(a, path, m & 2 ? AT_REMOVEDIR : 0) : mkdirat(a, path, 0755), "at %d %s %d", a, path, m & 3);
    }
}
