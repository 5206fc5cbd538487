/* Calls of sockets. */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"
#include "system.h"

/* Held; NULL: *error says why. */
static struct file *find(int fd, s64 *error)
{
    struct file *f = descriptor_file(fd);

    *error = f ? -ENOTSOCK : -EBADF;
    return f && socket_is(f) ? file_hold(f) : NULL;
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
    u32 type = a[1] & 15, flags = (u32)a[1] & ~15u;
    int error;

    if (flags & ~(u32)(O_NONBLOCK | O_CLOEXEC)) return -EINVAL;
    if ((u32)a[0] != AF_UNIX) return -EAFNOSUPPORT;
    if ((u32)a[2] > 1) return -EPROTONOSUPPORT;
    if (type != SOCK_STREAM) return -ESOCKTNOSUPPORT;
    error = stream_pair(ends, flags & O_NONBLOCK);
    return error ? error : give_pair(ends, (flags & O_CLOEXEC) != 0, a[3]);
}

enum { LENGTH_MAX = 0x7ffff000 };

static s64 set_io(struct io *io, u64 address, u64 size)
{
    if (size > LENGTH_MAX) size = LENGTH_MAX;
    if (!range_fits(address, size, 0, USER_TOP)) return -EFAULT;
    io_user(io, address, size);
    return 0;
}

s64 call_sendto(u64 *a)
{
    struct io io;
    s64 result = set_io(&io, a[1], a[2]);
    struct file *f = result ? NULL : find(a[0], &result);

    if (!f) return result;
    if (a[4] && (int)a[5]) result = -EISCONN;
    else if (a[3] & MSG_OOB) result = -EOPNOTSUPP;
    else result = stream_send(f, &io, a[3]);
    file_release(f);
    return result;
}

/* The other end has no address: its length is 0. */
s64 call_recvfrom(u64 *a)
{
    struct io io;
    s64 result = set_io(&io, a[1], a[2]);
    struct file *f = result ? NULL : find(a[0], &result);
    u32 length = 0;

    if (!f) return result;
    if (a[3] & MSG_OOB) result = -EOPNOTSUPP;
    else result = a[2] ? stream_receive(f, &io, a[3]) : 0;
    if (result >= 0 && a[4] && copy_out(a[5], &length, 4) < 0) result = -EFAULT;
    file_release(f);
    return result;
}

s64 call_shutdown(u64 *a)
{
    s64 error;
    struct file *f = find(a[0], &error);

    if (!f) return error;
    error = (u32)a[1] > 2 ? -EINVAL : 0;
    if (!error) stream_shut(f, (int)a[1] + 1);
    file_release(f);
    return error;
}

enum { SOL_SOCKET = 1, SO_TYPE = 3, SO_ERROR = 4, SO_PEERCRED = 17, SO_ACCEPTCONN = 30, SO_PROTOCOL = 38, SO_DOMAIN = 39 };

static s64 put_option(struct file *f, int option, u64 user, u64 user_length)
{
    struct peer_credentials peer = stream_peer(f);
    int number = 0;
    u32 length, size = option == SO_PEERCRED ? sizeof peer : 4;

    if (copy_in(&length, user_length, 4) < 0) return -EFAULT;
    if ((int)length < 0) return -EINVAL;
    switch (option) {
    case SO_TYPE: number = SOCK_STREAM; break;
    case SO_ERROR: number = stream_take_error(f); break;
    case SO_DOMAIN: number = AF_UNIX; break;
    case SO_PEERCRED:
    case SO_ACCEPTCONN:
    case SO_PROTOCOL: break;
    default: return -ENOPROTOOPT;
    }
    if (length > size) length = size;
    if (copy_out(user, option == SO_PEERCRED ? (void *)&peer : (void *)&number, length) < 0) return -EFAULT;
    return copy_out(user_length, &length, 4);
}

s64 call_getsockopt(u64 *a)
{
    s64 result;
    struct file *f = find(a[0], &result);

    if (!f) return result;
    result = (int)a[1] == SOL_SOCKET ? put_option(f, a[2], a[3], a[4]) : -EOPNOTSUPP;
    file_release(f);
    return result;
}
