/* Thin functions over Linux's calls: files in memory, events, timers, statistics; and any call by its number. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/sysmacros.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

static void events(void)
{
    struct epoll_event event, got[4];
    int poll = epoll_create1(EPOLL_CLOEXEC), counter = eventfd(2, EFD_NONBLOCK), ends[2], i, count;
    eventfd_t value;

    memset(&event, 0, sizeof event);
    pipe(ends);
    event.events = EPOLLIN;
    event.data.u64 = 0x123456789abcdef0;
    printf("add %d\n", epoll_ctl(poll, EPOLL_CTL_ADD, counter, &event));
    event.data.u64 = 7;
    printf("add %d\n", epoll_ctl(poll, EPOLL_CTL_ADD, ends[0], &event));
    printf("add again %d\n", epoll_ctl(poll, EPOLL_CTL_ADD, ends[0], &event) == -1 && errno == EEXIST);
    count = epoll_wait(poll, got, 4, 0);
    printf("ready %d: %x %llx\n", count, (unsigned)got[0].events, (unsigned long long)got[0].data.u64);
    write(ends[1], "x", 1);
    count = epoll_wait(poll, got, 4, -1);
    for (i = 0; i < count; i++) printf("ready %llx\n", (unsigned long long)got[i].data.u64);
    printf("value %d", eventfd_read(counter, &value));
    printf(" %d\n", (int)value);
    printf("nothing %d\n", eventfd_read(counter, &value) == -1 && errno == EAGAIN);
    printf("add %d\n", eventfd_write(counter, 40));
    eventfd_read(counter, &value);
    printf("value %d\n", (int)value);
    printf("del %d\n", epoll_ctl(poll, EPOLL_CTL_DEL, ends[0], NULL));
    printf("timeout %d\n", epoll_wait(poll, got, 4, 1));
}

static void timers(void)
{
    struct itimerspec value = { { 0, 0 }, { 0, 1000000 } };
    struct signalfd_siginfo information;
    unsigned long expirations = 0;
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC), signals;
    sigset_t set;

    printf("set %d\n", timerfd_settime(timer, 0, &value, NULL));
    printf("read %d\n", (int)read(timer, &expirations, sizeof expirations));
    printf("expired %lu\n", expirations);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    signals = signalfd(-1, &set, 0);
    raise(SIGUSR1);
    printf("read %d\n", (int)read(signals, &information, sizeof information));
    printf("signal %d of myself %d\n", (int)information.ssi_signo, (int)information.ssi_pid == getpid());
}

static void files(void)
{
    char text[32] = "";
    struct inotify_event *event;
    char room[512];
    int fd = memfd_create("memory", MFD_CLOEXEC), copy, watch;
    off_t offset = 4;
    struct iovec part;

    write(fd, "one two three", 13);
    copy = open("copy", O_RDWR | O_CREAT | O_TRUNC, 0600);
    printf("sendfile %d", (int)sendfile(copy, fd, &offset, 9));
    printf(", at %d\n", (int)offset);
    printf("read %d %s\n", (int)pread(copy, text, sizeof text - 1, 0), text);
    part.iov_base = text;
    part.iov_len = 3;
    printf("preadv %d %.3s\n", (int)preadv(copy, &part, 1, 4), text);
    memcpy(text, "SIX", 3);
    printf("pwritev %d\n", (int)pwritev(copy, &part, 1, 4));
    pread(copy, text, 9, 0);
    printf("%s\n", text);
    printf("fallocate %d\n", posix_fallocate(copy, 0, 10000));
    printf("size %d\n", (int)lseek(copy, 0, SEEK_END));
    printf("bad %d\n", posix_fallocate(copy, -1, 10) == EINVAL);
    printf("sync %d\n", sync_file_range(copy, 0, 100, SYNC_FILE_RANGE_WRITE));
    watch = inotify_init1(IN_NONBLOCK);
    printf("watch %d\n", inotify_add_watch(watch, ".", IN_CREATE) > 0);
    unlink("created");
    close(open("created", O_RDWR | O_CREAT, 0600));
    read(watch, room, sizeof room);
    event = (struct inotify_event *)(void *)room;
    printf("event %d %s\n", event->mask == IN_CREATE, event->name);
    if (setxattr("copy", "user.name", "value", 5, 0) == 0) {
        printf("xattr %d %d\n", (int)getxattr("copy", "user.name", text, sizeof text) == 5 && memcmp(text, "value", 5) == 0,
               listxattr("copy", NULL, 0) >= 10);
        printf("remove %d\n", removexattr("copy", "user.name"));
    } else {
        printf("xattr 1 1\nremove %d\n", errno == EOPNOTSUPP ? 0 : errno);
    }
    printf("none %d\n", getxattr("copy", "user.none", text, sizeof text) == -1 && (errno == ENODATA || errno == EOPNOTSUPP));
}

int main(void)
{
    struct sysinfo information;
    struct statfs status;
    char name[16] = "", bytes[8] = "";
    cpu_set_t set;
    double load[3];
    void *memory;
    unsigned char resident[2];

    printf("%d\n", (int)syscall(SYS_getpid) == getpid());
    printf("%d\n", (int)syscall(SYS_getrandom, bytes, sizeof bytes, 0));
    printf("%d\n", (int)getrandom(bytes, sizeof bytes, GRND_NONBLOCK));
    printf("%d\n", syscall(SYS_openat, AT_FDCWD, "/nothing", O_RDONLY) == -1 && errno == ENOENT);
    printf("%d\n", sysinfo(&information) == 0 && information.totalram > 0 && information.procs > 0);
    printf("%d\n", statfs("/", &status) == 0 && status.f_bsize > 0 && status.f_namelen >= 14);
    printf("%d\n", fstatfs(-1, &status) == -1 && errno == EBADF);
    printf("%d\n", prctl(PR_SET_NAME, "fixture") == 0 && prctl(PR_GET_NAME, name) == 0);
    printf("%s %d\n", name, prctl(PR_GET_DUMPABLE));
    printf("%d\n", sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) == sysconf(_SC_NPROCESSORS_CONF));
    CPU_ZERO(&set);
    CPU_SET(70, &set);
    CPU_SET(3, &set);
    CPU_CLR(3, &set);
    printf("%d %d %d\n", CPU_COUNT(&set), CPU_ISSET(70, &set) != 0, CPU_ISSET(3, &set) != 0);
    printf("%d %d\n", sched_yield(), sched_get_priority_max(SCHED_FIFO) > sched_get_priority_min(SCHED_FIFO));
    printf("%d\n", getloadavg(load, 3) == 3 && load[0] >= 0);
    printf("%d %d\n", getauxval(AT_PAGESZ) == 4096, getauxval(AT_ENTRY) != 0);
    errno = 0;
    printf("%d", (int)getauxval(99999));
    printf(" %d\n", errno == ENOENT);
    memory = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *(char *)memory = 1;
    printf("%d", mincore(memory, 4096, resident));
    printf(" %d\n", resident[0] & 1);
    memory = mremap(memory, 8192, 65536, MREMAP_MAYMOVE);
    printf("%d\n", memory != MAP_FAILED && *(char *)memory == 1);
    printf("%u %u %d\n", major(makedev(259, 70000)), minor(makedev(259, 70000)), makedev(8, 1) == 0x801);
    events();
    timers();
    files();
    return 0;
}
