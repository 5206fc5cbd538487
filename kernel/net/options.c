/* setsockopt and getsockopt. What has no meaning without a wire is kept and told again. */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { SO_DEBUG = 1, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE, SO_NO_CHECK,
       SO_PRIORITY, SO_LINGER, SO_BSDCOMPAT, SO_REUSEPORT, SO_PASSCRED, SO_PEERCRED, SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO,
       SO_ACCEPTCONN = 30, SO_SNDBUFFORCE = 32, SO_RCVBUFFORCE, SO_PROTOCOL = 38, SO_DOMAIN };
enum { BUFFER_MAX = 212992, SEND_LEAST = 4608, RECEIVE_LEAST = 2304, LOW_WATER_MAX = RING / 2, TIME_SIZE = 16, LINGER_SIZE = 8 };

/* Numbers that are kept: their level and name, where, and what they may be; most of them are switches. */
static const struct kept {
    int level, name, where, least, most, preset;
} kept[] = {
    { SOL_SOCKET, SO_REUSEADDR, REUSE_ADDRESS, 0, 1, 0 },
    { SOL_SOCKET, SO_REUSEPORT, REUSE_PORT, 0, 1, 0 },
    { SOL_SOCKET, SO_BROADCAST, BROADCAST, 0, 1, 0 },
    { SOL_SOCKET, SO_KEEPALIVE, KEEP_ALIVE, 0, 1, 0 },
    { SOL_SOCKET, SO_PASSCRED, PASS_CREDENTIALS, 0, 1, 0 },
    { SOL_SOCKET, SO_RCVLOWAT, LOW_WATER, 1, LOW_WATER_MAX, 1 },
    { SOL_SOCKET, SO_DONTROUTE, OTHER_OPTIONS, 0, 1, 0 },
    { SOL_SOCKET, SO_OOBINLINE, OTHER_OPTIONS + 1, 0, 1, 0 },
    { SOL_SOCKET, SO_PRIORITY, OTHER_OPTIONS + 2, 0, 6, 0 },
    { SOL_SOCKET, SO_NO_CHECK, OTHER_OPTIONS + 3, 0, 1, 0 },
    { IPPROTO_IP, 1 /* IP_TOS */, OTHER_OPTIONS + 4, 0, 255, 0 },
    { IPPROTO_IP, 2 /* IP_TTL */, OTHER_OPTIONS + 5, 1, 255, 64 },
    { IPPROTO_IP, 10 /* IP_MTU_DISCOVER */, OTHER_OPTIONS + 6, 0, 5, 1 },
    { IPPROTO_IP, 11 /* IP_RECVERR */, OTHER_OPTIONS + 7, 0, 1, 0 },
    { IPPROTO_TCP, 1 /* TCP_NODELAY */, OTHER_OPTIONS + 8, 0, 1, 0 },
    { IPPROTO_TCP, 3 /* TCP_CORK */, OTHER_OPTIONS + 9, 0, 1, 0 },
    { IPPROTO_TCP, 4 /* TCP_KEEPIDLE */, OTHER_OPTIONS + 10, 1, 32767, 7200 },
    { IPPROTO_TCP, 5 /* TCP_KEEPINTVL */, OTHER_OPTIONS + 11, 1, 32767, 75 },
    { IPPROTO_TCP, 6 /* TCP_KEEPCNT */, OTHER_OPTIONS + 12, 1, 127, 9 },
    { IPPROTO_TCP, 7 /* TCP_SYNCNT */, OTHER_OPTIONS + 13, 1, 127, 6 },
    { IPPROTO_TCP, 9 /* TCP_DEFER_ACCEPT */, OTHER_OPTIONS + 14, 0, 32767, 0 },
    { IPPROTO_TCP, 12 /* TCP_QUICKACK */, OTHER_OPTIONS + 15, 0, 1, 1 },
    { IPPROTO_TCP, 18 /* TCP_USER_TIMEOUT */, OTHER_OPTIONS + 16, 0, 0x7fffffff, 0 },
    { IPPROTO_IPV6, 26 /* IPV6_V6ONLY */, ONLY_IPV6, 0, 1, 0 },
    { IPPROTO_IPV6, 16 /* IPV6_UNICAST_HOPS */, OTHER_OPTIONS + 17, 1, 255, 64 },
    { IPPROTO_IPV6, 67 /* IPV6_TCLASS */, OTHER_OPTIONS + 18, 0, 255, 0 },
    { IPPROTO_IPV6, 25 /* IPV6_RECVERR */, OTHER_OPTIONS + 19, 0, 1, 0 },
    { IPPROTO_IPV6, 23 /* IPV6_MTU_DISCOVER */, OTHER_OPTIONS + 20, 0, 5, 1 },
};

void options_init(struct socket *s)
{
    u64 k;

    for (k = 0; k < COUNT_OF(kept); k++) s->options[kept[k].where] = kept[k].preset;
    s->options[SEND_BUFFER] = s->options[RECEIVE_BUFFER] = BUFFER_MAX;
}

static int has_level(struct socket *s, int level)
{
    switch (level) {
    case SOL_SOCKET: return 1;
    case IPPROTO_IP: return s->family != AF_UNIX;
    case IPPROTO_IPV6: return s->family == AF_INET6;
    case IPPROTO_TCP: return s->family != AF_UNIX && s->type == SOCK_STREAM;
    }
    return 0;
}

static const struct kept *find(int level, int name)
{
    u64 k;

    for (k = 0; k < COUNT_OF(kept); k++)
        if (kept[k].level == level && kept[k].name == name) return &kept[k];
    return NULL;
}

/* ---- set ---- */

static s64 set_kept(struct socket *s, const struct kept *k, int number)
{
    if (k->least == 0 && k->most == 1) number = number != 0;
    if (k->where == LOW_WATER) number = number < 0 || number > LOW_WATER_MAX ? LOW_WATER_MAX : number ? number : 1;
    if (number < k->least || number > k->most) return -EINVAL;
    if (k->where == ONLY_IPV6 && s->here.port) return -EINVAL;
    s->options[k->where] = number;
    wake_up(s);
    return 0;
}

static s64 set_time(u64 *limit, u64 user)
{
    s64 time[2];

    if (copy_in(time, user, TIME_SIZE) < 0) return -EFAULT;
    if (time[1] < 0 || time[1] >= 1000000) return -EDOM;
    /* No time at all is for ever; a negative one is over at once. */
    *limit = time[0] < 0 ? 1 : time_span(time[0], time[1] * 1000);
    return 0;
}

static s64 set_linger(struct socket *s, u64 user)
{
    int linger[2];

    if (copy_in(linger, user, LINGER_SIZE) < 0) return -EFAULT;
    s->options[LINGER_ON] = linger[0] != 0;
    s->options[LINGER_SECONDS] = linger[1];
    return 0;
}

/* As Linux does it: twice what was asked for, for what it needs itself. */
static s64 set_buffer(int *size, u32 number, int least)
{
    *size = number > BUFFER_MAX ? 2 * BUFFER_MAX : 2 * number < (u32)least ? least : (int)(2 * number);
    return 0;
}

static s64 set_number(struct socket *s, int level, int option, int number)
{
    const struct kept *k = find(level, option);

    if (k) return set_kept(s, k, number);
    if (level != SOL_SOCKET) return -ENOPROTOOPT;
    switch (option) {
    case SO_DEBUG: return number && !may(CAP_NET_ADMIN) ? -EACCES : 0;
    case SO_BSDCOMPAT: return 0;
    case SO_SNDBUFFORCE:
    case SO_RCVBUFFORCE:
        if (!may(CAP_NET_ADMIN)) return -EPERM;
        break;
    case SO_SNDBUF:
    case SO_RCVBUF: break;
    default: return -ENOPROTOOPT;
    }
    if (option == SO_SNDBUF || option == SO_SNDBUFFORCE) return set_buffer(&s->options[SEND_BUFFER], number, SEND_LEAST);
    return set_buffer(&s->options[RECEIVE_BUFFER], number, RECEIVE_LEAST);
}

s64 option_set(struct socket *s, int level, int option, u64 user, u32 length)
{
    int number;

    if (!has_level(s, level)) return s->family == AF_UNIX ? -EOPNOTSUPP : -ENOPROTOOPT;
    if ((int)length < 0) return -EINVAL;
    if (level == SOL_SOCKET && (option == SO_RCVTIMEO || option == SO_SNDTIMEO))
        return length < TIME_SIZE ? -EINVAL : set_time(option == SO_RCVTIMEO ? &s->receive_limit : &s->send_limit, user);
    if (level == SOL_SOCKET && option == SO_LINGER) return length < LINGER_SIZE ? -EINVAL : set_linger(s, user);
    if (length < 4) return -EINVAL;
    if (copy_in(&number, user, 4) < 0) return -EFAULT;
    return set_number(s, level, option, number);
}

/* ---- get ---- */

/* What is told, and its size; or -ENOPROTOOPT. */
static s64 get(struct socket *s, int level, int option, void *to)
{
    const struct kept *k = find(level, option);
    u64 limit = option == SO_RCVTIMEO ? s->receive_limit : s->send_limit, *time = to;
    int *number = to;

    *number = 0;
    if (k) {
        *number = s->options[k->where];
        return 4;
    }
    if (level != SOL_SOCKET) return -ENOPROTOOPT;
    switch (option) {
    case SO_TYPE: *number = s->type; return 4;
    case SO_ERROR: *number = socket_take_error(s); return 4;
    case SO_SNDBUF: *number = s->options[SEND_BUFFER]; return 4;
    case SO_RCVBUF: *number = s->options[RECEIVE_BUFFER]; return 4;
    case SO_SNDLOWAT: *number = 1; return 4;
    case SO_ACCEPTCONN: *number = s->listens; return 4;
    case SO_PROTOCOL: *number = s->protocol; return 4;
    case SO_DOMAIN: *number = s->family; return 4;
    case SO_DEBUG: return 4;
    case SO_LINGER:
        number[0] = s->options[LINGER_ON];
        number[1] = s->options[LINGER_SECONDS];
        return LINGER_SIZE;
    case SO_RCVTIMEO:
    case SO_SNDTIMEO:
        time[0] = limit / 1000000000;
        time[1] = limit % 1000000000 / 1000;
        return TIME_SIZE;
    case SO_PEERCRED:
        copy_bytes(to, &s->peer_who, sizeof s->peer_who);
        return sizeof s->peer_who;
    }
    return -ENOPROTOOPT;
}

s64 option_get(struct socket *s, int level, int option, u64 user, u64 user_length)
{
    u64 value[2];
    u32 length;
    s64 size;

    if (!has_level(s, level)) return s->family == AF_UNIX ? -EOPNOTSUPP : -ENOPROTOOPT;
    if (copy_in(&length, user_length, 4) < 0) return -EFAULT;
    if ((int)length < 0) return -EINVAL;
    size = get(s, level, option, value);
    if (size < 0) return size;
    if (length > (u64)size) length = size;
    if (copy_out(user, value, length) < 0) return -EFAULT;
    return copy_out(user_length, &length, 4);
}
