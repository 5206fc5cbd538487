/*
 * Addresses and ports of TCP and UDP. This machine is all there is: 127.0.0.0/8 and ::1. An address of IPv4 is kept as
 * ::ffff:a.b.c.d, which is also how a socket of IPv6 sees it, so that one comparison serves both.
 */
#include "base.h"
#include "net.h"
#include "process.h"

enum { V4_SIZE = 16, V6_SIZE = 28, V6_LEAST = 24 };      /* struct sockaddr_in, sockaddr_in6; and without the scope */
enum { FIRST_PORT = 32768, LAST_PORT = 60999, FIRST_FREE_PORT = 1024 };

static const u8 any[16], loopback[16] = { [15] = 1 };
static const u8 any_v4[16] = { [10] = 255, [11] = 255 };
static const u8 loopback_v4[16] = { [10] = 255, [11] = 255, [12] = 127, [15] = 1 };
static const u8 broadcast_v4[16] = { [10] = 255, [11] = 255, [12] = 255, [13] = 255, [14] = 255, [15] = 255 };

static int are_equal(const u8 *a, const u8 *b, int size)
{
    while (size > 0 && *a == *b) a++, b++, size--;
    return size == 0;
}

static int is_v4(const u8 *address)
{
    return are_equal(address, any_v4, 12);
}

static int is_any(const u8 *address)
{
    return are_equal(address, any, 16) || are_equal(address, any_v4, 16);
}

static int is_here(const u8 *address)
{
    return are_equal(address, loopback, 16) || (is_v4(address) && address[12] == 127);
}

/* ---- As programs write them ---- */

int inet_parse(struct socket *s, struct address *a, struct endpoint *e)
{
    int family = a->bytes[0] | a->bytes[1] << 8;

    if (a->length < (s->family == AF_INET ? V4_SIZE : V6_LEAST)) return -EINVAL;
    if (family != s->family) return -EAFNOSUPPORT;
    e->port = a->bytes[2] << 8 | a->bytes[3];
    if (s->family == AF_INET) {
        copy_bytes(e->address, any_v4, 12);
        copy_bytes(e->address + 12, a->bytes + 4, 4);
    } else {
        copy_bytes(e->address, a->bytes + 8, 16);
    }
    return 0;
}

void inet_format(struct socket *s, struct endpoint *e, struct address *a)
{
    clear_bytes(a, sizeof *a);
    a->bytes[0] = s->family;
    a->bytes[2] = e->port >> 8;
    a->bytes[3] = e->port;
    a->length = s->family == AF_INET ? V4_SIZE : V6_SIZE;
    if (s->family == AF_INET) copy_bytes(a->bytes + 4, e->address + 12, 4);
    else copy_bytes(a->bytes + 8, e->address, 16);
}

/* ---- Who has which port ---- */

/* Whether what is sent to `to` is for a socket of this name. */
static int is_for(struct endpoint *own, int only_ipv6, struct endpoint *to)
{
    if (own->port != to->port) return 0;
    if (are_equal(own->address, to->address, 16)) return 1;
    if (are_equal(own->address, any_v4, 16)) return is_v4(to->address);
    return are_equal(own->address, any, 16) && (!is_v4(to->address) || !only_ipv6);
}

static int may_share(struct socket *s, struct socket *other)
{
    if (s->options[REUSE_PORT] && other->options[REUSE_PORT] && s->who.user == other->who.user) return 1;
    return s->options[REUSE_ADDRESS] && other->options[REUSE_ADDRESS] && !other->listens;
}

static int is_taken(struct socket *s, struct endpoint *e)
{
    struct socket *other;

    for (other = sockets; other; other = other->next) {
        if (other == s || other->family == AF_UNIX || other->type != s->type || may_share(s, other)) continue;
        if (is_for(&other->here, other->options[ONLY_IPV6], e) || is_for(e, s->options[ONLY_IPV6], &other->here)) return 1;
    }
    return 0;
}

static int take(struct socket *s, struct endpoint *e)
{
    static u32 last;
    u32 tries;

    if (e->port) {
        if (is_taken(s, e)) return -EADDRINUSE;
        s->here = *e;
        return 0;
    }
    for (tries = FIRST_PORT; tries <= LAST_PORT; tries++) {
        e->port = FIRST_PORT + last++ % (LAST_PORT - FIRST_PORT + 1);
        if (is_taken(s, e)) continue;
        s->here = *e;
        return 0;
    }
    return -EADDRINUSE;
}

int inet_bind(struct socket *s, struct address *a)
{
    struct endpoint e;
    int error = inet_parse(s, a, &e);

    if (error) return error;
    if (!is_any(e.address) && !is_here(e.address)) return -EADDRNOTAVAIL;
    if (e.port && e.port < FIRST_FREE_PORT && !may(CAP_NET_BIND_SERVICE)) return -EACCES;
    if (s->here.port || s->there.port) return -EINVAL;
    return take(s, &e);
}

int inet_bind_any(struct socket *s)
{
    struct endpoint e = s->here;

    if (e.port) return 0;
    if (s->family == AF_INET) copy_bytes(e.address, any_v4, 16);
    return take(s, &e) < 0 ? -EADDRNOTAVAIL : 0;
}

/* A port that several may have is one's alone once he listens. */
int inet_may_listen(struct socket *s)
{
    int error = inet_bind_any(s);

    if (!error && is_taken(s, &s->here)) error = -EADDRINUSE;
    return error;
}

/* ---- Ways ---- */

/* No address means this machine, and what a socket has not bound itself to is 127.0.0.1 or ::1. */
int inet_route(struct socket *s, struct endpoint *to, struct endpoint *from)
{
    int v4 = is_v4(to->address);

    if (is_any(to->address)) copy_bytes(to->address, v4 ? loopback_v4 : loopback, 16);
    if (are_equal(to->address, broadcast_v4, 16) && !s->options[BROADCAST]) return -EACCES;
    if (!is_here(to->address) || (v4 && s->options[ONLY_IPV6])) return -ENETUNREACH;
    *from = s->here;
    if (!s->here.port || is_any(from->address)) copy_bytes(from->address, v4 ? loopback_v4 : loopback, 16);
    return is_v4(from->address) == v4 ? 0 : -ENETUNREACH;
}

/* The best fit: who is connected to just this end, then who has this address, then who takes all. */
struct socket *inet_find(int type, struct endpoint *from, struct endpoint *to)
{
    struct socket *s, *best = NULL;
    int fit, best_fit = 0;

    for (s = sockets; s; s = s->next) {
        if (s->family == AF_UNIX || s->type != type || s->is_closed || !is_for(&s->here, s->options[ONLY_IPV6], to)) continue;
        if (type == SOCK_STREAM && !s->listens) continue;
        if (s->there.port && (s->there.port != from->port || !are_equal(s->there.address, from->address, 16))) continue;
        fit = 1 + !is_any(s->here.address) + 2 * (s->there.port != 0);
        if (fit <= best_fit) continue;
        best = s;
        best_fit = fit;
    }
    return best;
}
