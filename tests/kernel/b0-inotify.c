/* inotify: what is told of files, folders and names; flags of watches; equal events, lost events; poll and epoll; and what is refused. */
#include "check.h"
#include <dirent.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>

static int q, folder, file;
static unsigned cookie, from_here;

static const char *event_name(unsigned mask)
{
    static const struct { unsigned mask; const char *name; } names[] = {
        { IN_ACCESS, "access" }, { IN_MODIFY, "modify" }, { IN_ATTRIB, "attrib" }, { IN_CLOSE_WRITE, "close-write" },
        { IN_CLOSE_NOWRITE, "close" }, { IN_OPEN, "open" }, { IN_MOVED_FROM, "from" }, { IN_MOVED_TO, "to" }, { IN_CREATE, "create" },
        { IN_DELETE, "delete" }, { IN_DELETE_SELF, "end" }, { IN_MOVE_SELF, "moved" }, { IN_Q_OVERFLOW, "overflow" }, { IN_IGNORED, "ignored" }
    };
    unsigned k;

    for (k = 0; k < sizeof names / sizeof *names; k++)
        if (mask == names[k].mask)
            return names[k].name;
    return "?";
}

/* All events that there are, as text: who, what, D for folders, the name. */
static const char *events(void)
{
    static char text[4096];
    char buffer[4096] __attribute__((aligned(8)));
    ssize_t size = read(q, buffer, sizeof buffer), at;
    size_t length = 0;

    text[0] = 0;
    for (at = 0; at < size;) {
        struct inotify_event *e = (struct inotify_event *)(buffer + at);
        const char *who = e->wd == folder ? "F" : e->wd == file ? "f" : e->wd == -1 ? "-" : "?";

        length += sprintf(text + length, "%s%s:%s%s%s%s", length ? " " : "", who, event_name(e->mask & ~IN_ISDIR), e->mask & IN_ISDIR ? "/D" : "",
                          e->len ? "=" : "", e->len ? e->name : "");
        if (e->cookie) {
            HOLDS(e->mask & (IN_MOVED_FROM | IN_MOVED_TO));
            if (e->mask & IN_MOVED_TO && from_here)
                HOLDS(e->cookie == cookie);
            from_here = e->mask & IN_MOVED_FROM;
            cookie = e->cookie;
        } else
            HOLDS(!(e->mask & (IN_MOVED_FROM | IN_MOVED_TO)));
        if (e->len)
            HOLDS(e->len % sizeof *e == 0 && e->len > strlen(e->name) && e->len <= strlen(e->name) + sizeof *e);
        at += sizeof *e + e->len;
    }
    return text;
}

static void expect_at(int line, const char *wanted)
{
    const char *found = events();

    if (strcmp(found, wanted) != 0)
        printf("line %d: events are\n    %s\nnot\n    %s\n", line, found, wanted);
}

#define EXPECT(wanted) expect_at(__LINE__, wanted)

static void start(unsigned folder_mask, unsigned file_mask)
{
    q = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    HOLDS(q >= 0 && fcntl(q, F_GETFD) == FD_CLOEXEC);
    mkdir("d", 0755);
    make_file("d/f", "text");
    folder = file = 0;
    if (folder_mask)
        folder = inotify_add_watch(q, "d", folder_mask);
    if (file_mask)
        file = inotify_add_watch(q, "d/f", file_mask);
    HOLDS((!folder_mask || folder > 0) && (!file_mask || file > 0));
}

static void stop(void)
{
    close(q);
    unlink("d/f");
    unlink("d/g");
    rmdir("d/e");
    rmdir("d");
}

static void names(void)
{
    start(IN_ALL_EVENTS & ~(IN_OPEN | IN_CLOSE), 0);
    make_file("d/g", "");
    EXPECT("F:create=g");
    GIVES(0, mkdir("d/e", 0755));
    GIVES(0, symlink("x", "d/l"));
    GIVES(0, mkfifo("d/p", 0600));
    GIVES(0, link("d/f", "d/h"));
    EXPECT("F:create/D=e F:create=l F:create=p F:create=h");
    GIVES(0, unlink("d/l"));
    GIVES(0, unlink("d/p"));
    GIVES(0, unlink("d/h"));
    GIVES(0, rmdir("d/e"));
    EXPECT("F:delete=l F:delete=p F:delete=h F:delete/D=e");
    GIVES(0, rename("d/g", "d/i"));
    EXPECT("F:from=g F:to=i");
    GIVES(0, mkdir("other", 0755));
    GIVES(0, rename("d/i", "other/i"));
    EXPECT("F:from=i");
    from_here = 0;
    GIVES(0, rename("other/i", "d/f"));
    EXPECT("F:to=f");
    GIVES(0, rename("other", "d/e"));
    EXPECT("F:to/D=e");
    FAILS(ENOENT, unlink("d/nothing"));
    FAILS(EEXIST, mkdir("d/e", 0755));
    EXPECT("");
    stop();
}

/* The same of a file that is watched itself, and of one in a folder that is. */
static void contents(unsigned folder_mask, unsigned file_mask, const char *who)
{
    char wanted[256], byte;
    int fd, k;
    const char *one = folder_mask ? "F" : "f", *suffix = folder_mask ? "=f" : "";
    struct timespec times[2] = { { 1, 0 }, { 2, 0 } };

#define BOTH(text) (wanted[0] = 0, both(wanted, text, one, suffix), expect_at(__LINE__, wanted))
    extern void both(char *to, const char *text, const char *one, const char *suffix);

    (void)who;
    start(folder_mask, file_mask);
    fd = open("d/f", O_RDWR);
    BOTH("open");
    for (k = 0; k < 3; k++)
        GIVES(1, read(fd, &byte, 1));
    BOTH("access");
    GIVES(1, write(fd, "x", 1));
    GIVES(1, pwrite(fd, "x", 1, 0));
    BOTH("modify");
    GIVES(1, pread(fd, &byte, 1, 0));
    GIVES(0, read(fd, &byte, 1));
    BOTH("access");
    GIVES(0, fchmod(fd, 0600));
    GIVES(0, fchown(fd, -1, -1));
    BOTH("attrib");
    GIVES(0, futimens(fd, times));
    BOTH("attrib");
    GIVES(0, ftruncate(fd, 2));
    BOTH("modify");
    GIVES(0, close(fd));
    BOTH("close-write");
    GIVES(0, close(open("d/f", O_RDONLY)));
    BOTH("open close");
    GIVES(0, close(open("d/f", O_WRONLY | O_TRUNC)));
    wanted[0] = 0;
    HOLDS(strstr(events(), "modify") != NULL);                               /* before open, or, in later kernels, behind it */
    GIVES(0, close(open("d/f", O_PATH)));
    BOTH("");
    GIVES(0, chmod("d/f", 0644));
    GIVES(0, utimensat(AT_FDCWD, "d/f", times, 0));
    BOTH("attrib");
    times[1].tv_nsec = UTIME_OMIT;
    GIVES(0, utimensat(AT_FDCWD, "d/f", times, 0));
    BOTH("access");
    GIVES(0, syscall(SYS_truncate, "d/f", 1L));
    BOTH("modify");
    stop();
}

void both(char *to, const char *text, const char *one, const char *suffix)
{
    char word[32];
    int size;

    while (sscanf(text, "%31s%n", word, &size) == 1) {
        sprintf(to + strlen(to), "%s%s:%s%s", *to ? " " : "", one, word, suffix);
        text += size;
    }
}

/* The end of a file and of a folder, and that of the watch. */
static void ends(void)
{
    int fd;
    DIR *d;

    start(IN_ALL_EVENTS & ~(IN_OPEN | IN_CLOSE), IN_ALL_EVENTS & ~IN_OPEN);
    GIVES(0, unlink("d/f"));
    EXPECT("f:attrib f:end f:ignored F:delete=f");
    GIVES(0, rmdir("d"));
    EXPECT("F:end F:ignored");
    FAILS(EINVAL, inotify_rm_watch(q, folder));
    stop();
    /* An open file goes when it is closed. */
    start(IN_DELETE, IN_ALL_EVENTS & ~IN_OPEN);
    fd = open("d/f", O_RDONLY);
    GIVES(0, unlink("d/f"));
    EXPECT("f:attrib F:delete=f");
    close(fd);
    EXPECT("f:close f:end f:ignored");
    stop();
    /* A second name keeps it. */
    start(0, IN_ALL_EVENTS);
    GIVES(0, link("d/f", "d/g"));
    GIVES(0, unlink("d/f"));
    EXPECT("f:attrib");
    GIVES(0, rename("d/g", "d/f"));
    EXPECT("f:moved");
    make_file("d/g", "");
    GIVES(0, rename("d/g", "d/f"));
    EXPECT("f:attrib f:end f:ignored");
    stop();
    /* A folder is opened, read, moved. */
    start(IN_ALL_EVENTS, 0);
    d = opendir("d");
    HOLDS(d && readdir(d));
    closedir(d);
    EXPECT("F:open/D F:access/D F:close/D");
    GIVES(0, rename("d", "d2"));
    EXPECT("F:moved");
    GIVES(0, rename("d2", "d"));
    EXPECT("F:moved");
    GIVES(0, inotify_rm_watch(q, folder));
    EXPECT("F:ignored");
    FAILS(EINVAL, inotify_rm_watch(q, folder));
    GIVES(0, chmod("d", 0700));
    EXPECT("");
    stop();
}

/* Files that are open when their names change. */
static void open_files(void)
{
    int fd, replaced;

    start(IN_MODIFY, 0);
    fd = open("d/f", O_WRONLY);
    GIVES(0, rename("d/f", "d/g"));
    GIVES(1, write(fd, "x", 1));
    EXPECT("F:modify=g");
    make_file("d/f", "");
    replaced = open("d/f", O_WRONLY);
    GIVES(0, rename("d/g", "d/f"));
    GIVES(1, write(fd, "x", 1));
    EXPECT("F:modify=f");
    GIVES(0, unlink("d/f"));
    GIVES(1, write(fd, "x", 1));
    GIVES(1, write(replaced, "x", 1));
    EXPECT("F:modify=f");
    GIVES(folder, inotify_add_watch(q, "d", IN_MODIFY | IN_EXCL_UNLINK));
    GIVES(1, write(fd, "x", 1));
    EXPECT("");
    close(fd);
    close(replaced);
    stop();
}

/* Of two names of a file the one that was used is told of. */
static void two_names(void)
{
    start(IN_ATTRIB | IN_MODIFY, 0);
    mkdir("other", 0755);
    GIVES(0, link("d/f", "other/h"));
    GIVES(0, chmod("other/h", 0600));
    GIVES(0, syscall(SYS_truncate, "other/h", 2L));
    EXPECT("");
    GIVES(0, chmod("d/f", 0600));
    EXPECT("F:attrib=f");
    unlink("other/h");
    rmdir("other");
    stop();
}

static void flags(void)
{
    int fd;

    start(IN_OPEN | IN_ONESHOT, 0);
    close(open("d/f", O_RDONLY));
    close(open("d/f", O_RDONLY));
    EXPECT("F:open=f F:ignored");
    fd = inotify_add_watch(q, "d", IN_OPEN);
    HOLDS(fd > folder);
    folder = fd;
    GIVES(folder, inotify_add_watch(q, "d", IN_CREATE | IN_MASK_ADD));
    make_file("d/g", "");
    EXPECT("F:create=g F:open=g");
    GIVES(folder, inotify_add_watch(q, "d", IN_DELETE));
    unlink("d/g");
    make_file("d/g", "");
    EXPECT("F:delete=g");
    FAILS(EEXIST, inotify_add_watch(q, "d", IN_OPEN | IN_MASK_CREATE));
    FAILS(ENOTDIR, inotify_add_watch(q, "d/f", IN_OPEN | IN_ONLYDIR));
    symlink("f", "d/l");
    file = inotify_add_watch(q, "d/l", IN_ATTRIB | IN_DONT_FOLLOW | IN_MASK_CREATE);
    HOLDS(file > 0);
    GIVES(0, chmod("d/f", 0600));
    unlink("d/l");
    EXPECT("f:attrib f:ignored F:delete=l");
    stop();
}

/* Waiting: a child writes. */
static void waiting(void)
{
    struct epoll_event event = { 0 };
    struct pollfd p;
    char small[16], large[64];
    int size, e, status;
    pid_t child;

    start(IN_CREATE, 0);
    p.fd = q;
    p.events = POLLIN | POLLOUT;
    GIVES(0, poll(&p, 1, 0));
    FAILS(EAGAIN, read(q, large, sizeof large));
    FAILS(EAGAIN, read(q, large, 0));
    GIVES(0, ioctl(q, FIONREAD, &size));
    GIVES(0, size);
    child = fork();
    if (child == 0) {
        usleep(10000);
        close(open("d/g", O_CREAT | O_RDWR, 0600));
        _exit(0);
    }
    e = epoll_create1(0);
    event.events = EPOLLIN;
    GIVES(0, epoll_ctl(e, EPOLL_CTL_ADD, q, &event));
    GIVES(1, epoll_wait(e, &event, 1, -1));
    GIVES(1, poll(&p, 1, -1));
    GIVES(POLLIN, p.revents);
    GIVES(0, ioctl(q, FIONREAD, &size));
    GIVES(32, size);
    FAILS(EINVAL, read(q, small, sizeof small));
    FAILS(EINVAL, read(q, small, 0));
    GIVES(32, read(q, large, 40));
    GIVES(child, waitpid(child, &status, 0));
    fcntl(q, F_SETFL, 0);
    child = fork();
    if (child == 0) {
        usleep(10000);
        mkdir("d/e", 0700);
        _exit(0);
    }
    EXPECT("F:create/D=e");
    GIVES(child, waitpid(child, &status, 0));
    close(e);
    stop();
}

/* Of more events than the queue holds the first are there, and one says that there were others. */
static void overflow(void)
{
    char buffer[16 * 1024] __attribute__((aligned(8)));
    int k, count = 0, lost = 0;
    ssize_t size, at;

    start(IN_ATTRIB, 0);
    make_file("d/g", "");
    for (k = 0; k < 8400; k++) {
        chmod("d/f", 0600);
        chmod("d/g", 0600);
    }
    while ((size = read(q, buffer, sizeof buffer)) > 0)
        for (at = 0; at < size; count++) {
            struct inotify_event *e = (struct inotify_event *)(buffer + at);

            if (e->mask == IN_Q_OVERFLOW) {
                GIVES(-1, e->wd);
                GIVES(0, e->len);
                GIVES(16384, count);
                lost++;
            }
            at += sizeof *e + e->len;
        }
    GIVES(16385, count);
    GIVES(1, lost);
    chmod("d/f", 0644);
    EXPECT("F:attrib=f");
    stop();
}

static void refusals(void)
{
    int queues[200], k, fd = open(".", O_RDONLY);
    char name[64];
    int size;

    start(0, 0);
    FAILS(EINVAL, inotify_init1(1));
    FAILS(EBADF, inotify_add_watch(99, "d", IN_OPEN));
    FAILS(EINVAL, inotify_add_watch(fd, "d", IN_OPEN));
    FAILS(EINVAL, inotify_add_watch(q, "d", 0));
    FAILS(EINVAL, inotify_add_watch(q, "d", IN_OPEN | IN_MASK_ADD | IN_MASK_CREATE));
    FAILS(ENOENT, inotify_add_watch(q, "nothing", IN_OPEN));
    FAILS(EFAULT, inotify_add_watch(q, BAD_ADDRESS, IN_OPEN));
    FAILS(EBADF, inotify_rm_watch(99, 1));
    FAILS(EINVAL, inotify_rm_watch(fd, 1));
    FAILS(EINVAL, inotify_rm_watch(q, 1));
    FAILS(EBADF, write(q, "x", 1));
    GIVES(1, inotify_add_watch(q, "d", IN_OPEN));
    close(open("d", O_RDONLY));
    FAILS(EFAULT, read(q, BAD_ADDRESS, 100));
    sprintf(name, "/proc/self/fd/%d", q);
    size = readlink(name, name, sizeof name - 1);
    name[size < 0 ? 0 : size] = 0;
    GIVES(0, strcmp(name, "anon_inode:inotify"));
    for (k = 0; k < 200 && (queues[k] = inotify_init1(0)) >= 0; k++)
        ;
    HOLDS(k == 200 || errno == EMFILE);
    HOLDS(k > 50);
    while (k-- > 0)
        close(queues[k]);
    /* What /proc has may be watched too, by whoever wants. */
    HOLDS(inotify_add_watch(q, "/proc/self/stat", IN_OPEN) > 0);
    HOLDS(inotify_add_watch(q, "/proc", IN_OPEN) > 0);
    close(fd);
    stop();
}

int main(void)
{
    names();
    contents(0, IN_ALL_EVENTS, "f");
    contents(IN_ALL_EVENTS, 0, "F");
    ends();
    open_files();
    two_names();
    flags();
    waiting();
    overflow();
    refusals();
    return finish();
}
