/*
 * AF_NETLINK, as far as programs ask for interfaces and addresses by it (getifaddrs, if_nameindex, ip). What a program sends is
 * answered at once, into the queue of its own socket. Nothing here can be changed.
 */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { ADDRESS_SIZE = 12, HEADER_SIZE = 16 };                             /* struct sockaddr_nl, nlmsghdr */
enum { NLM_F_MULTI = 2, NLM_F_ACK = 4, NLMSG_ERROR = 2, NLMSG_DONE = 3, RTM_NEWLINK = 16, RTM_GETLINK = 18, RTM_NEWADDR = 20, RTM_GETADDR = 22,
       RTM_GETROUTE = 26 };
enum { IFLA_ADDRESS = 1, IFLA_BROADCAST, IFLA_IFNAME, IFLA_MTU, IFA_ADDRESS = 1, IFA_LOCAL, IFA_LABEL };

struct header {
    u32 length;
    u16 type, flags;
    u32 sequence, port;
};

/* ---- Addresses: a port, which the kernel has as 0 ---- */

static u32 port_in(struct address *a)
{
    u32 port;

    copy_bytes(&port, a->bytes + 4, 4);
    return port;
}

void netlink_format(u32 port, struct address *a)
{
    clear_bytes(a, sizeof *a);
    a->length = ADDRESS_SIZE;
    a->bytes[0] = AF_NETLINK;
    copy_bytes(a->bytes + 4, &port, 4);
}

static int check_address(struct address *a)
{
    return a->length < ADDRESS_SIZE || a->bytes[0] != AF_NETLINK || a->bytes[1] != 0 ? -EINVAL : 0;
}

static struct socket *find(u32 port)
{
    struct socket *s;

    for (s = sockets; s && (s->family != AF_NETLINK || s->netlink_port != port); s = s->next)
        ;
    return s;
}

/* The process's id, or what is free above all of them. */
int netlink_bind(struct socket *s, struct address *a)
{
    static u32 last = 0x80000000;
    u32 port = a ? port_in(a) : 0;

    if (a && check_address(a) < 0) return -EINVAL;
    if (s->netlink_port) return port == 0 || port == s->netlink_port ? 0 : -EINVAL;
    if (port && find(port)) return -EADDRINUSE;
    if (!port) port = current->id;
    while (find(port)) port = ++last;
    s->netlink_port = port;
    return 0;
}

/* To the kernel only. */
int netlink_connect(struct socket *s, struct address *a)
{
    int error = check_address(a);

    if (!error && port_in(a)) error = -ECONNREFUSED;
    return error ? error : netlink_bind(s, NULL);
}

/* ---- Answers: messages in a page ---- */

struct answer {
    u8 *page;
    u64 used, start;             /* where the message begins that is being written */
    struct header *request;
    u32 port;
};

/* Numbers and bytes follow each other at multiples of four. */
static void put(struct answer *r, const void *bytes, u64 size)
{
    copy_bytes(r->page + r->used, bytes, size);
    r->used += (size + 3) & ~3UL;
}

static void begin(struct answer *r, int type, int flags)
{
    struct header h;

    h.length = 0;
    h.type = type;
    h.flags = flags;
    h.sequence = r->request->sequence;
    h.port = r->port;
    r->start = r->used;
    put(r, &h, sizeof h);
}

static void end(struct answer *r)
{
    u32 length = r->used - r->start;

    copy_bytes(r->page + r->start, &length, 4);
}

static void put_attribute(struct answer *r, int type, const void *value, u64 size)
{
    u16 head[2];

    head[0] = sizeof head + size;
    head[1] = type;
    put(r, head, sizeof head);
    put(r, value, size);
}

static void put_link(struct answer *r)
{
    static const u8 no_address[6];
    u32 words[4], mtu = LO_MTU;

    words[0] = ARPHRD_LOOPBACK << 16;
    words[1] = LO_INDEX;
    words[2] = LO_FLAGS | LO_LOWER_UP;
    words[3] = 0;
    begin(r, RTM_NEWLINK, NLM_F_MULTI);
    put(r, words, sizeof words);
    put_attribute(r, IFLA_IFNAME, "lo", 3);
    put_attribute(r, IFLA_MTU, &mtu, 4);
    put_attribute(r, IFLA_ADDRESS, no_address, sizeof no_address);
    put_attribute(r, IFLA_BROADCAST, no_address, sizeof no_address);
    end(r);
}

/* ifaddrmsg: a family, the bits of the network, flags (permanent), scope (host); then the interface. */
static void put_addresses(struct answer *r, int family)
{
    static const u8 v4[4] = { 127, 0, 0, 1 }, v6[16] = { [15] = 1 };
    static const u8 heads[2][4] = { { AF_INET, 8, 0x80, 254 }, { AF_INET6, 128, 0x80, 254 } };
    u32 index = LO_INDEX, k;

    for (k = 0; k < 2; k++) {
        if (family && family != heads[k][0]) continue;
        begin(r, RTM_NEWADDR, NLM_F_MULTI);
        put(r, heads[k], 4);
        put(r, &index, 4);
        put_attribute(r, IFA_ADDRESS, k ? v6 : v4, k ? sizeof v6 : sizeof v4);
        if (k == 0) {
            put_attribute(r, IFA_LOCAL, v4, sizeof v4);
            put_attribute(r, IFA_LABEL, "lo", 3);
        }
        end(r);
    }
}

/* With the request's header. */
static void put_result(struct answer *r, int error)
{
    begin(r, NLMSG_ERROR, 0);
    put(r, &error, 4);
    put(r, r->request, HEADER_SIZE);
    end(r);
}

static void put_done(struct answer *r)
{
    u32 nothing = 0;

    begin(r, NLMSG_DONE, NLM_F_MULTI);
    put(r, &nothing, 4);
    end(r);
}

/* All that is asked for is listed whole, also if one was asked for. */
static void answer_to(struct answer *r, int family)
{
    switch (r->request->type) {
    case RTM_GETLINK: put_link(r); break;
    case RTM_GETADDR: put_addresses(r, family); break;
    case RTM_GETROUTE: break;
    default:
        put_result(r, r->request->type < RTM_NEWLINK ? 0 : may(CAP_NET_ADMIN) ? -EOPNOTSUPP : -EPERM);
        return;
    }
    put_done(r);
    if (r->request->flags & NLM_F_ACK) put_result(r, 0);
}

/* One request a message. */
s64 netlink_send(struct socket *s, struct message *m)
{
    u64 size = m->io.left;
    u8 request[HEADER_SIZE + 4];
    struct header h;
    struct message back;
    struct answer r;
    int error = m->address.length ? check_address(&m->address) : 0;

    if (!error && m->address.length && port_in(&m->address)) error = -ECONNREFUSED;
    if (!error) error = netlink_bind(s, NULL);
    if (error || size < HEADER_SIZE) return error ? error : (s64)size;
    clear_bytes(request, sizeof request);
    if (io_get(&m->io, request, size < sizeof request ? size : sizeof request) < 0) return -EFAULT;
    copy_bytes(&h, request, sizeof h);
    if (h.length < HEADER_SIZE || h.length > size) return size;
    r.page = allocate(PAGE_SIZE);
    if (!r.page) return -ENOBUFS;
    r.used = 0;
    r.request = &h;
    r.port = s->netlink_port;
    answer_to(&r, request[HEADER_SIZE]);
    message_begin(&back, 0);
    io_kernel(&back.io, r.page, r.used);
    error = queue_has_room(&s->in, r.used) ? queue_put(&s->in, &back, s, 0) : -ENOBUFS;
    release(r.page);
    wake_up(s);
    return error ? error : (s64)size;
}
