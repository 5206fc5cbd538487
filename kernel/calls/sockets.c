/* Calls of sockets: making, naming and connecting them, and their options. Messages are messages.c's. */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "sockets.h"
#include "system.h"

struct file *socket_in(int fd, s64 *error)
{
    struct file *f = descriptor_file(fd);

    *error = f && !(f->flags & O_PATH) ? -ENOTSOCK : -EBADF;
    return f && socket_is(f) ? file_hold(f) : NULL;
}

s64 address_in(struct address *a, u64 user, u32 length)
{
    clear_bytes(a, sizeof *a);
    if (length > ADDRESS_MAX) return -EINVAL;
    a->length = length;
    return copy_in(a->bytes, user, length);
}

/* As much as there is room for; the length that is told is the whole one. */
s64 address_out(struct address *a, u64 user, u64 user_length)
{
    u32 room;

    if (copy_in(&room, user_length, 4) < 0) return -EFAULT;
    if ((int)room < 0) return -EINVAL;
    if (copy_out(user, a->bytes, room < a->length ? room : a->length) < 0) return -EFAULT;
    return copy_out(user_length, &a->length, 4);
}

/* ---- socket, socketpair ---- */

static s64 check_kind(u32 family, u32 *type, int *protocol)
{
    if (*type >= SOCKET_TYPES) return -EINVAL;
    if (family == AF_UNIX) {
        if ((u32)*protocol > 1) return -EPROTONOSUPPORT;
        if (*type == SOCK_RAW) *type = SOCK_DGRAM;
        *protocol = 0;
        return *type == SOCK_STREAM || *type == SOCK_DGRAM || *type == SOCK_SEQPACKET ? 0 : -ESOCKTNOSUPPORT;
    }
    if (family == AF_NETLINK) {
        if (*type != SOCK_RAW && *type != SOCK_DGRAM) return -ESOCKTNOSUPPORT;
        *type = SOCK_DGRAM;
        return *protocol == 0 ? 0 : -EPROTONOSUPPORT;      /* NETLINK_ROUTE */
    }
    if (family != AF_INET && family != AF_INET6) return -EAFNOSUPPORT;
    if ((u32)*protocol > 262) return -EINVAL;
    if (*type != SOCK_STREAM && *type != SOCK_DGRAM) return -ESOCKTNOSUPPORT;
    if (*protocol == 0) *protocol = *type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP;
    return *protocol == (*type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP) ? 0 : -EPROTONOSUPPORT;
}

static s64 make(u64 *a, struct file **made)
{
    u32 type = a[1] & 15, flags = (u32)a[1] & ~15u;
    int protocol = a[2];
    struct socket *s;
    s64 error = check_kind(a[0], &type, &protocol);

    if (!error) error = socket_new(a[0], type, protocol, &s);
    if (error) return error;
    error = socket_file(s, flags & O_NONBLOCK, made);
    if (error) socket_end(s);
    return error;
}

static int has_bad_flags(u64 type)
{
    return ((u32)type & ~(u32)(O_NONBLOCK | O_CLOEXEC | 15)) != 0;
}

s64 call_socket(u64 *a)
{
    struct file *f;
    s64 error = has_bad_flags(a[1]) ? -EINVAL : make(a, &f);

    return error ? error : descriptor_add(f, 0, (a[1] & O_CLOEXEC) != 0);
}

static s64 give_pair(struct file *ends[2], int close_on_exec, u64 user)
{
    int fds[2];

    fds[0] = descriptor_add(ends[0], 0, close_on_exec);
    if (fds[0] < 0) {
        file_release(ends[1]);
        return fds[0];
    }
    fds[1] = descriptor_add(ends[1], 0, close_on_exec);
    if (fds[1] >= 0 && copy_out(user, fds, 8) == 0) return 0;
    descriptor_close(fds[0]);
    if (fds[1] < 0) return fds[1];
    descriptor_close(fds[1]);
    return -EFAULT;
}

s64 call_socketpair(u64 *a)
{
    struct file *ends[2];
    s64 error;

    if (has_bad_flags(a[1])) return -EINVAL;
    error = make(a, &ends[0]);
    if (error) return error;
    error = (u32)a[0] == AF_UNIX ? make(a, &ends[1]) : -EOPNOTSUPP;
    if (error) {
        file_release(ends[0]);
        return error;
    }
    connect_pair(ends[0]->own, ends[1]->own);
    return give_pair(ends, (a[1] & O_CLOEXEC) != 0, a[3]);
}

/* ---- Names and connections ---- */

/* The socket of a call with an address, held. */
static struct file *addressed(u64 *a, struct address *address, s64 *error)
{
    struct file *f = socket_in(a[0], error);

    if (!f) return NULL;
    *error = address_in(address, a[1], a[2]);
    if (!*error) return f;
    file_release(f);
    return NULL;
}

s64 call_bind(u64 *a)
{
    struct address address;
    s64 result;
    struct file *f = addressed(a, &address, &result);

    if (!f) return result;
    result = socket_bind(f->own, &address);
    file_release(f);
    return result;
}

s64 call_connect(u64 *a)
{
    struct address address;
    s64 result;
    struct file *f = addressed(a, &address, &result);

    if (!f) return result;
    result = socket_connect(f, &address);
    file_release(f);
    return result;
}

s64 call_listen(u64 *a)
{
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = stream_listen(f->own, a[1]);
    file_release(f);
    return result;
}

/* The connection stays where it is until there is a descriptor for it. */
static s64 accept_first(struct file *f, int flags)
{
    struct socket *listener = f->own, *s = listener->waiting;
    struct file *made;
    s64 error = socket_set_user(s, current->who.file_user);

    if (!error) error = socket_file(s, flags & O_NONBLOCK, &made);
    if (error) return error;
    error = descriptor_add(file_hold(made), 0, (flags & O_CLOEXEC) != 0);
    if (error >= 0) {
        stream_accepted(listener);
    } else {
        made->own = NULL;
        s->file = NULL;
    }
    file_release(made);
    return error;
}

/* Who cannot be told is closed again. */
static s64 tell_peer(int fd, u64 user, u64 user_length)
{
    struct address address;
    s64 error;

    if (socket_peer_name(descriptor_file(fd)->own, &address) < 0) address.length = 0;
    error = address_out(&address, user, user_length);
    if (error) descriptor_close(fd);
    return error ? error : fd;
}

static s64 accept_from(struct file *f, u64 user, u64 user_length, int flags)
{
    s64 result = stream_wait_for_connection(f);

    if (!result) result = accept_first(f, flags);
    return result < 0 || !user ? result : tell_peer(result, user, user_length);
}

static int is_descriptor(int fd)
{
    struct file *f = descriptor_file(fd);

    return f && !(f->flags & O_PATH);
}

s64 call_accept4(u64 *a)
{
    s64 result;
    struct file *f;

    if (!is_descriptor(a[0])) return -EBADF;
    if ((u32)a[3] & ~(u32)(O_NONBLOCK | O_CLOEXEC)) return -EINVAL;
    if (!descriptor_is_left()) return -EMFILE;
    f = socket_in(a[0], &result);
    if (!f) return result;
    result = accept_from(f, a[1], a[2], a[3]);
    file_release(f);
    return result;
}

s64 call_accept(u64 *a)
{
    a[3] = 0;
    return call_accept4(a);
}

static s64 name_out(u64 *a, int is_peers)
{
    struct address address;
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = 0;
    if (is_peers) result = socket_peer_name(f->own, &address);
    else socket_name(f->own, &address);
    file_release(f);
    return result ? result : address_out(&address, a[1], a[2]);
}

s64 call_getsockname(u64 *a)
{
    return name_out(a, 0);
}

s64 call_getpeername(u64 *a)
{
    return name_out(a, 1);
}

s64 call_shutdown(u64 *a)
{
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = (u32)a[1] > 2 ? -EINVAL : socket_shut(f->own, (int)a[1] + 1);
    file_release(f);
    return result;
}

/* ---- Options ---- */

s64 call_setsockopt(u64 *a)
{
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = option_set(f->own, a[1], a[2], a[3], a[4]);
    file_release(f);
    return result;
}

s64 call_getsockopt(u64 *a)
{
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = option_get(f->own, a[1], a[2], a[3], a[4]);
    file_release(f);
    return result;
}
