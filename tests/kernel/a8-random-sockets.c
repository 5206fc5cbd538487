/* Random calls of sockets that have to do with each other, by processes that share descriptors: names, connections, messages with descriptors and
   without, options, ends. The kernel goes on, and all memory comes back. Argument: how many calls, and a number to begin with. */
#include "sockets.h"
#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>
#include "random.h"

enum { FDS = 24, PROCESSES = 4, BUFFER = 70000, PORT = 20000, PORTS = 6 };

static struct shared {
    volatile unsigned long random;
    volatile long calls;
} *shared;

static char buffer[4 * BUFFER];        /* what is written goes a little farther than it should */
static long wanted;
static char *end;        /* of a page; what follows is not mapped */

static unsigned long any(unsigned long below)
{
    return random_below(&shared->random, below);
}

static int any_fd(void)
{
    return any(20) == 0 ? (int)any(2000) - 5 : 4 + (int)any(FDS);
}

static unsigned long any_size(void)
{
    static const unsigned long some[] = { 0, 1, 7, 4095, 4096, 4097, 65507, 65508, 65536, 65537, 212992, 0x7fffffff, 0x80000000ul, ~0ul };

    return any(3) == 0 ? some[any(sizeof some / sizeof *some)] : any(3000);
}

static char *any_memory(void)
{
    switch (any(12)) {
    case 0: return BAD_ADDRESS;
    case 1: return KERNEL_ADDRESS;
    case 2: return NULL;
    case 3: return end - any(100);
    default: return buffer + any(BUFFER / 2);
    }
}

static int any_flags(void)
{
    static const int some[] = { MSG_OOB, MSG_PEEK, MSG_TRUNC, MSG_WAITALL, MSG_DONTWAIT, MSG_CMSG_CLOEXEC, MSG_CTRUNC, 0x2000, 0x10000, 0x8000 };
    int flags = MSG_DONTWAIT | MSG_NOSIGNAL;

    while (any(3) == 0)
        flags |= some[any(sizeof some / sizeof *some)];
    return flags;
}

/* Good for one family or another, or nearly so. */
static socklen_t any_address(struct sockaddr_storage *a)
{
    struct sockaddr_in *in = (struct sockaddr_in *)a;
    struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)a;
    static const char *const names[] = { "a", "b", "c", "@a", "@b", "@c", "/tmp/x", ".", "", "a/b" };
    static const unsigned hosts[] = { 0x7f000001, 0x7f000002, 0, 0xffffffff, 0x08080808 };
    socklen_t length;

    memset(a, 0, sizeof *a);
    switch (any(4)) {
    case 0:
        in->sin_family = AF_INET;
        in->sin_port = htons(any(4) ? PORT + any(PORTS) : 0);
        in->sin_addr.s_addr = htonl(hosts[any(any(3) ? 1 : 5)]);
        length = sizeof *in;
        break;
    case 1:
        in6->sin6_family = AF_INET6;
        in6->sin6_port = htons(PORT + any(PORTS));
        in6->sin6_addr.s6_addr[15] = any(2);
        length = sizeof *in6;
        break;
    default:
        length = named((struct sockaddr_un *)a, names[any(sizeof names / sizeof *names)]);
    }
    if (any(16) == 0)
        a->ss_family = any(12);
    return any(16) ? length : (socklen_t)any(140);
}

static void any_control(struct msghdr *m, union control *control)
{
    int fds[8], count = any(5), k;

    for (k = 0; k < count; k++)
        fds[k] = any_fd();
    memset(control, 0, 256);
    control->header.cmsg_level = any(10) ? SOL_SOCKET : 0;
    control->header.cmsg_type = any(10) ? 1 : any(4);
    control->header.cmsg_len = any(10) ? CMSG_LEN(count * sizeof(int)) : any_size();
    memcpy(CMSG_DATA(&control->header), fds, count * sizeof(int));
    m->msg_control = any(20) ? (void *)control : any_memory();
    m->msg_controllen = any(10) ? CMSG_SPACE(count * sizeof(int)) : any(3) ? any(200) : any_size();
}

static void message(int is_sent)
{
    struct sockaddr_storage a;
    union control control;
    struct iovec v[4];
    struct mmsghdr m[2];
    unsigned long k, many = any(4) == 0 ? 2 : 1;

    memset(m, 0, sizeof m);
    for (k = 0; k < 4; k++) {
        v[k].iov_base = any_memory();
        v[k].iov_len = any(8) ? any(2000) : any_size();
    }
    for (k = 0; k < many; k++) {
        m[k].msg_hdr.msg_iov = any(30) ? v : (struct iovec *)any_memory();
        m[k].msg_hdr.msg_iovlen = any(20) ? any(5) : any_size();
        if (any(3) == 0) {
            m[k].msg_hdr.msg_namelen = any_address(&a);
            m[k].msg_hdr.msg_name = &a;
        }
        if (any(2))
            any_control(&m[k].msg_hdr, &control);
    }
    if (is_sent)
        many == 1 ? sendmsg(any_fd(), &m[0].msg_hdr, any_flags()) : sendmmsg(any_fd(), m, 2, any_flags());
    else
        many == 1 ? recvmsg(any_fd(), &m[0].msg_hdr, any_flags()) : recvmmsg(any_fd(), m, 2, any_flags(), NULL);
}

static void make(void)
{
    static const int families[] = { AF_UNIX, AF_UNIX, AF_UNIX, AF_INET, AF_INET, AF_INET6 }, types[] = { SOCK_STREAM, SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
    int fds[2], type = types[any(4)] | SOCK_NONBLOCK;
    struct sockaddr_storage a;
    socklen_t length;

    if (any(3) == 0) {
        length = any_address(&a);
        fds[0] = socket(a.ss_family, any(8) ? SOCK_STREAM | SOCK_NONBLOCK : SOCK_SEQPACKET | SOCK_NONBLOCK, 0);
        if (fds[0] >= 0 && bind(fds[0], (struct sockaddr *)&a, length) == 0)
            listen(fds[0], any(6));
        if (fds[0] >= 0 && dup2(fds[0], 4 + any(FDS)) >= 0)
            close(fds[0]);
    } else if (any(3) == 0) {
        /* To somebody who is there. */
        length = sizeof a;
        fds[1] = any_fd();
        a.ss_family = 0;
        getsockname(fds[1], (struct sockaddr *)&a, &length);
        fds[0] = socket(a.ss_family, type, 0);
        if (connect(fds[0], (struct sockaddr *)&a, length) == 0 || errno == EINPROGRESS)
            dup2(fds[0], 4 + any(FDS));
        close(fds[0]);
        if (any(2) && (fds[0] = accept4(fds[1], NULL, NULL, SOCK_NONBLOCK)) >= 0 && dup2(fds[0], 4 + any(FDS)) >= 0)
            close(fds[0]);
    } else if (any(2)) {
        fds[0] = socket(families[any(6)], any(30) ? type : (int)any_size(), any(10) ? 0 : (int)any(300));
        if (fds[0] >= 0 && dup2(fds[0], 4 + any(FDS)) >= 0)
            close(fds[0]);
    } else if (socketpair(AF_UNIX, type, 0, fds) == 0) {
        dup2(fds[0], 4 + any(FDS));
        dup2(fds[1], 4 + any(FDS));
        close(fds[0]);
        close(fds[1]);
    }
}

static void look(void)
{
    struct sockaddr_storage a;
    struct epoll_event e;
    struct pollfd p[4];
    socklen_t length = any(10) ? (socklen_t)any(130) : (socklen_t)any_size();
    char value[64];
    int k, number = any(3) ? (int)any(3) : (int)any_size();

    switch (any(7)) {
    case 0: getsockname(any_fd(), (struct sockaddr *)&a, length > sizeof a ? (length = sizeof a, &length) : &length); break;
    case 1: getpeername(any_fd(), (struct sockaddr *)&a, length > sizeof a ? (length = sizeof a, &length) : &length); break;
    case 2: length = any(60); getsockopt(any_fd(), any(4) ? SOL_SOCKET : (int)any(50), (int)any(45), value, &length); break;
    case 3: setsockopt(any_fd(), any(4) ? SOL_SOCKET : (int)any(50), (int)any(45), any(8) ? (char *)&number : any_memory(), any(8) ? 4 : any(40)); break;
    case 4: ioctl(any_fd(), any(2) ? FIONREAD : 0x8900 + any(0x50), any_memory()); break;
    case 5:
        for (k = 0; k < 4; k++)
            p[k].fd = any_fd(), p[k].events = any(0x4000);
        poll(p, 4, 0);
        break;
    default:
        k = epoll_create1(0);
        e.events = any(0x4000);
        e.data.u64 = 0;
        epoll_ctl(k, EPOLL_CTL_ADD, any_fd(), &e);
        epoll_wait(k, &e, 1, 0);
        if (dup2(k, 4 + any(FDS)) >= 0)
            close(k);
    }
}

/* One fork in a thousand calls; who is too many ends. */
static void one_call(void)
{
    struct sockaddr_storage a;
    socklen_t length;
    int fd;

    switch (any(14)) {
    case 0: make(); break;
    case 1: length = any_address(&a); bind(any_fd(), (struct sockaddr *)&a, length); break;
    case 2: listen(any_fd(), any(4)); break;
    case 3: length = any_address(&a); connect(any_fd(), (struct sockaddr *)&a, length); break;
    case 4:
        fd = accept4(any_fd(), NULL, NULL, SOCK_NONBLOCK);
        if (fd >= 0 && dup2(fd, 4 + any(FDS)) >= 0)
            close(fd);
        break;
    case 5: send(any_fd(), any_memory(), any_size(), any_flags()); break;
    case 6: recv(any_fd(), any_memory(), any_size(), any_flags()); break;
    case 7: length = any_address(&a); sendto(any_fd(), any_memory(), any_size(), any_flags(), (struct sockaddr *)&a, length); break;
    case 8:
    case 9: message(1); break;
    case 10: message(0); break;
    case 11: shutdown(any_fd(), any(4)); break;
    case 12: any(2) ? close(4 + any(FDS)) : unlink(any(2) ? "a" : "b"); break;
    default: look();
    }
    /* Descriptors that came with messages. */
    if (any(64) == 0)
        for (fd = 4 + FDS; fd < 400; fd++)
            close(fd);
}

static void be_one(void)
{
    int fd;

    signal(SIGPIPE, SIG_IGN);
    for (fd = 4; fd < 400; fd++)
        fcntl(fd, F_SETFL, O_NONBLOCK);
    while (shared->calls < wanted) {
        shared->calls++;
        one_call();
    }
    _exit(0);
}

static long free_memory(void)
{
    struct sysinfo info;

    return sysinfo(&info) == 0 ? (long)info.freeram : -1;
}

int main(int argc, char **argv)
{
    long before, after;
    int k, status, round;

    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    HOLDS(shared != MAP_FAILED);
    shared->random = argc > 2 ? strtoul(argv[2], NULL, 0) : 88172645463325252ul;
    end = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    HOLDS(end != MAP_FAILED && munmap(end + 4096, 4096) == 0);
    end += 4096;
    before = free_memory();
    for (round = 1; round <= 8; round++) {
        wanted = (argc > 1 ? atol(argv[1]) : 1000) * round / 8;
        for (k = 0; k < PROCESSES; k++)
            if (fork() == 0)
                be_one();
        for (k = 0; k < PROCESSES; k++) {
            HOLDS(wait(&status) > 0);
            HOLDS(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        }
    }
    after = free_memory();
    if (after < before - (1 << 20))
        printf("%ld KiB are missing\n", (before - after) / 1024);
    return finish();
}
