/* AF_NETLINK: interfaces and addresses are listed; what cannot be asked for, and wrong addresses. */
#include "sockets.h"

/* Numbers and structures of Linux. */
enum { NETLINK = 16, REQUEST = 1, DUMP = 0x300, NEWLINK = 16, GETLINK = 18, NEWADDR = 20, GETADDR = 22, RESULT = 2, DONE = 3 };

struct address {
    unsigned short family, padding;
    unsigned port, groups;
};

struct header {
    unsigned length;
    unsigned short type, flags;
    unsigned sequence, port;
};

static struct {
    struct header header;
    unsigned char family, padding[15];
} request;

static char answer[32768];

static long ask(int fd, int type, int flags, int family, unsigned sequence)
{
    struct address kernel;

    memset(&kernel, 0, sizeof kernel);
    kernel.family = NETLINK;
    memset(&request, 0, sizeof request);
    request.header.length = sizeof request;
    request.header.type = type;
    request.header.flags = REQUEST | flags;
    request.header.sequence = sequence;
    request.family = family;
    return sendto(fd, &request, sizeof request, 0, (struct sockaddr *)&kernel, sizeof kernel);
}

/* How many messages of this type come until the end, and whether they have these bytes. */
static int hear(int fd, int type, unsigned sequence, const char *bytes, int count, int *found)
{
    struct address from;
    struct header *h;
    socklen_t length = sizeof from;
    long size, at, k;
    int heard = 0;

    *found = 0;
    for (;;) {
        size = recvfrom(fd, answer, sizeof answer, 0, (struct sockaddr *)&from, &length);
        HOLDS(size > 0);
        HOLDS(length == sizeof from && from.family == NETLINK && from.port == 0);
        for (at = 0; at < size; at += (h->length + 3) & ~3u) {
            h = (struct header *)(answer + at);
            GIVES(sequence, h->sequence);
            if (h->length < sizeof *h || h->type == DONE || h->type == RESULT)
                return h->type == DONE ? heard : -1;
            GIVES(type, h->type);
            heard++;
            for (k = 0; k + count <= (long)h->length; k++)
                *found |= memcmp(answer + at + k, bytes, count) == 0;
        }
    }
}

int main(void)
{
    struct address a;
    socklen_t length = sizeof a;
    int fd = socket(NETLINK, SOCK_RAW, 0), other = socket(NETLINK, SOCK_DGRAM, 0), found;

    HOLDS(fd >= 0 && other >= 0);
    GIVES(NETLINK, option(fd, SOL_SOCKET, SO_DOMAIN));
    memset(&a, 0, sizeof a);
    a.family = NETLINK;
    GIVES(0, bind(fd, (struct sockaddr *)&a, sizeof a));
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    GIVES(sizeof a, length);
    GIVES(getpid(), a.port);
    FAILS(EADDRINUSE, bind(other, (struct sockaddr *)&a, sizeof a));
    a.port++;
    FAILS(EINVAL, bind(fd, (struct sockaddr *)&a, sizeof a));
    FAILS(EINVAL, bind(other, (struct sockaddr *)&a, 4));

    GIVES(sizeof request, ask(fd, GETLINK, DUMP, 0, 7));
    GIVES(POLLIN | POLLOUT, ready(fd));
    HOLDS(hear(fd, NEWLINK, 7, "\x07\x00\x03\x00lo", 7, &found) >= 1 && found);
    GIVES(sizeof request, ask(fd, GETADDR, DUMP, AF_INET, 8));
    HOLDS(hear(fd, NEWADDR, 8, "\x08\x00\x02\x00\x7f\x00\x00\x01", 8, &found) >= 1 && found);
    GIVES(sizeof request, ask(other, GETADDR, DUMP, AF_INET6, 9));
    HOLDS(hear(other, NEWADDR, 9, "\x14\x00\x01\x00\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01", 20, &found) >= 1 && found);
    FAILS(EAGAIN, recv(fd, answer, sizeof answer, MSG_DONTWAIT));
    /* A request that nobody knows. */
    GIVES(sizeof request, ask(fd, 999, 0, 0, 10));
    GIVES(-1, hear(fd, RESULT, 10, "x", 1, &found));
    HOLDS(*(int *)(answer + 16) == -EOPNOTSUPP);

    FAILS(EOPNOTSUPP, shutdown(fd, SHUT_RD));
    FAILS(EOPNOTSUPP, listen(fd, 1));
    FAILS(ESOCKTNOSUPPORT, socket(NETLINK, SOCK_STREAM, 0));
    FAILS(EPROTONOSUPPORT, socket(NETLINK, SOCK_RAW, 77));
    close(fd);
    close(other);
    return finish();
}
