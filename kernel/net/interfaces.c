/* The one network device there is, lo: what SIOCGIF… tells of it. */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { SIOCGIFNAME = 0x8910, SIOCGIFCONF = 0x8912, SIOCGIFFLAGS, SIOCSIFFLAGS, SIOCGIFADDR, SIOCGIFDSTADDR = 0x8917, SIOCGIFBRDADDR = 0x8919,
       SIOCGIFNETMASK = 0x891b, SIOCGIFMETRIC = 0x891d, SIOCGIFMTU = 0x8921, SIOCGIFHWADDR = 0x8927, SIOCGIFINDEX = 0x8933, SIOCGIFTXQLEN = 0x8942 };
enum { IFF_UP = 1, LO_QUEUE = 1000 };
enum { NAME_SIZE = 16, REQUEST_SIZE = 40 };

/* struct ifreq: a name, and what is asked for. */
struct request {
    char name[NAME_SIZE];
    u8 value[REQUEST_SIZE - NAME_SIZE];
};

static void put_address(struct request *r, u8 a, u8 d)
{
    clear_bytes(r->value, sizeof r->value);
    r->value[0] = AF_INET;
    r->value[4] = a;
    r->value[7] = d;
}

static void put_number(struct request *r, u32 number)
{
    copy_bytes(r->value, &number, 4);
}

/* struct ifconf: how much room there is, and where; without a place it is the size that is asked for. */
static s64 list(u64 user)
{
    struct request r;
    u64 at;
    u32 room, size;

    if (copy_in(&room, user, 4) < 0 || copy_in(&at, user + 8, 8) < 0) return -EFAULT;
    if ((int)room < 0) return -EINVAL;
    clear_bytes(&r, sizeof r);
    copy_string(r.name, "lo", NAME_SIZE);
    put_address(&r, 127, 1);
    size = at && room < sizeof r ? 0 : sizeof r;
    if (at && size && copy_out(at, &r, sizeof r) < 0) return -EFAULT;
    return copy_out(user, &size, 4);
}

/* By its number. */
static s64 find_name(u64 user)
{
    struct request r;
    u32 index;

    if (copy_in(&r, user, sizeof r) < 0) return -EFAULT;
    copy_bytes(&index, r.value, 4);
    if (index != LO_INDEX) return -ENODEV;
    clear_bytes(r.name, NAME_SIZE);
    copy_string(r.name, "lo", NAME_SIZE);
    return copy_out(user, &r, sizeof r);
}

s64 interface_control(u64 request, u64 user)
{
    struct request r;
    u16 flags = LO_FLAGS, kind = ARPHRD_LOOPBACK;

    if (request == SIOCGIFCONF) return list(user);
    if (request == SIOCGIFNAME) return find_name(user);
    if (request < SIOCGIFNAME || request > SIOCGIFTXQLEN) return -ENOTTY;
    if (copy_in(&r, user, sizeof r) < 0) return -EFAULT;
    r.name[NAME_SIZE - 1] = 0;
    if (!strings_equal(r.name, "lo")) return -ENODEV;
    switch (request) {
    case SIOCGIFFLAGS: copy_bytes(r.value, &flags, 2); break;
    case SIOCSIFFLAGS:
        /* It is up, and cannot be taken down. */
        if (!may(CAP_NET_ADMIN)) return -EPERM;
        return r.value[0] & IFF_UP ? 0 : -EOPNOTSUPP;
    case SIOCGIFADDR:
    case SIOCGIFDSTADDR: put_address(&r, 127, 1); break;
    case SIOCGIFBRDADDR: put_address(&r, 0, 0); break;
    case SIOCGIFNETMASK: put_address(&r, 255, 0); break;
    case SIOCGIFMETRIC: put_number(&r, 0); break;
    case SIOCGIFMTU: put_number(&r, LO_MTU); break;
    case SIOCGIFINDEX: put_number(&r, LO_INDEX); break;
    case SIOCGIFTXQLEN: put_number(&r, LO_QUEUE); break;
    case SIOCGIFHWADDR:
        clear_bytes(r.value, sizeof r.value);
        copy_bytes(r.value, &kind, 2);
        break;
    default: return -EINVAL;
    }
    return copy_out(user, &r, sizeof r);
}
