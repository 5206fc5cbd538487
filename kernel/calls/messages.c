/* Sending and receiving: sendto, sendmsg, sendmmsg and their counterparts, and what comes with a message (struct cmsghdr). */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "sockets.h"
#include "system.h"

/* A program's struct msghdr and struct mmsghdr in words, and struct cmsghdr. */
enum { NAME, NAME_LENGTH, VECTOR, VECTOR_COUNT, CONTROL, CONTROL_LENGTH, FLAGS, HEADER_WORDS, HEADER_SIZE = HEADER_WORDS * 8, MANY_SIZE = HEADER_SIZE + 8 };
enum { SCM_RIGHTS = 1, SCM_CREDENTIALS, CONTROL_HEADER = 16, CONTROL_MAX = 131072 };

struct control {
    u64 length;
    int level, type;
};

#define CONTROL_ALIGN(size) (((size) + 7) & ~7UL)

/* ---- What is sent along ---- */

static s64 take_rights(struct message *m, u64 user, u64 count, u64 most)
{
    struct file *f;
    u64 k;
    int fd;

    if (count == 0) return 0;
    if (!m->rights) m->rights = rights_new(most < RIGHTS_MAX ? most : RIGHTS_MAX);
    if (!m->rights) return -ENOMEM;
    if (count > RIGHTS_MAX - (u64)m->rights->count) return -EINVAL;
    for (k = 0; k < count; k++) {
        if (copy_in(&fd, user + 4 * k, 4) < 0) return -EFAULT;
        f = descriptor_hold(fd);
        if (!f) return -EBADF;
        m->rights->files[m->rights->count++] = f;
    }
    return rights_may_depart(m->rights);
}

/* Nobody says that he is somebody else, unless he may become him. */
static s64 take_credentials(struct message *m, u64 user)
{
    struct credentials *own = &current->who;
    struct peer_credentials who;

    if (copy_in(&who, user, sizeof who) < 0) return -EFAULT;
    if (who.process != current->id && !may(CAP_SYS_ADMIN)) return -EPERM;
    if (who.user != own->user && who.user != own->effective_user && who.user != own->saved_user && !may(CAP_SETUID)) return -EPERM;
    if (who.group != own->group && who.group != own->effective_group && who.group != own->saved_group && !may(CAP_SETGID)) return -EPERM;
    if (!process_find(who.process)) return -ESRCH;
    m->who = who;
    return 0;
}

/* `length` is how much there is. Only AF_UNIX has a use for it. */
static s64 take_control(struct socket *s, struct message *m, u64 user, u64 length)
{
    struct control c;
    u64 size, most = length / 4;
    s64 error = 0;

    if (length > CONTROL_MAX) return -ENOBUFS;
    while (!error && length >= CONTROL_HEADER) {
        if (copy_in(&c, user, CONTROL_HEADER) < 0) return -EFAULT;
        if (c.length < CONTROL_HEADER || c.length > length) return -EINVAL;
        size = c.length - CONTROL_HEADER;
        if (s->family == AF_UNIX && c.level == SOL_SOCKET) {
            if (c.type == SCM_RIGHTS) error = take_rights(m, user + CONTROL_HEADER, size / 4, most);
            else if (c.type != SCM_CREDENTIALS || size != sizeof m->who) error = -EINVAL;
            else error = take_credentials(m, user + CONTROL_HEADER);
        }
        size = CONTROL_ALIGN(c.length);
        user += size;
        length = size < length ? length - size : 0;
    }
    return error;
}

/* ---- What comes along ---- */

/* Where it goes to, and how much room is left there. */
struct room {
    u64 user, left, used;
};

static int put_control(struct room *room, int type, u64 size)
{
    struct control c;
    u64 whole = CONTROL_ALIGN(CONTROL_HEADER + size);

    c.length = CONTROL_HEADER + size;
    c.level = SOL_SOCKET;
    c.type = type;
    if (copy_out(room->user, &c, CONTROL_HEADER) < 0) return -EFAULT;
    if (whole > room->left) whole = room->left;
    room->user += whole;
    room->left -= whole;
    room->used += whole;
    return 0;
}

static void put_credentials(struct message *m, struct room *room)
{
    u64 size = sizeof m->who;

    if (room->left < CONTROL_HEADER + size) {
        m->found |= MSG_CTRUNC;
        if (room->left < CONTROL_HEADER) return;
        size = room->left - CONTROL_HEADER;
    }
    if (copy_out(room->user + CONTROL_HEADER, &m->who, size) == 0) put_control(room, SCM_CREDENTIALS, size);
}

/* As many as there are numbers and room for; the others are lost. */
static void put_rights(struct message *m, struct room *room)
{
    int k = 0, fd, most = room->left > CONTROL_HEADER ? (int)((room->left - CONTROL_HEADER) / 4) : 0;

    for (; k < m->rights->count && k < most; k++) {
        fd = descriptor_add(file_hold(m->rights->files[k]), 0, (m->flags & MSG_CMSG_CLOEXEC) != 0);
        if (fd < 0) break;
        if (copy_out(room->user + CONTROL_HEADER + 4 * k, &fd, 4) == 0) continue;
        descriptor_close(fd);
        break;
    }
    if (k < m->rights->count) m->found |= MSG_CTRUNC;
    if (k > 0) put_control(room, SCM_RIGHTS, 4 * k);
}

static u64 put_controls(struct socket *s, struct message *m, u64 user, u64 length)
{
    struct room room;

    room.user = user;
    room.left = user ? (length < CONTROL_MAX ? length : CONTROL_MAX) : 0;
    room.used = 0;
    /* The end of a stream is nobody's, as on Linux; that of packets comes without. */
    if (s->family == AF_UNIX && s->options[PASS_CREDENTIALS] && (m->who.process || s->type == SOCK_STREAM)) put_credentials(m, &room);
    if (m->rights) put_rights(m, &room);
    return room.used;
}

/* ---- One message ---- */

static s64 set_io(struct io *io, u64 address, u64 size)
{
    if (size > TRANSFER_MAX) size = TRANSFER_MAX;
    if (!range_fits(address, size, 0, USER_TOP)) return -EFAULT;
    io_user(io, address, size);
    return 0;
}

s64 call_sendto(u64 *a)
{
    struct message m;
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    message_begin(&m, a[3]);
    result = set_io(&m.io, a[1], a[2]);
    if (!result && a[4]) result = address_in(&m.address, a[4], a[5]);
    if (!result) result = socket_send(f, &m);
    file_release(f);
    return result;
}

s64 call_recvfrom(u64 *a)
{
    struct message m;
    s64 result, error = 0;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    message_begin(&m, a[3]);
    result = set_io(&m.io, a[1], a[2]);
    if (!result) result = socket_receive(f, &m);
    rights_release(m.rights);
    if (result >= 0 && a[4]) error = address_out(&m.address, a[4], a[5]);
    file_release(f);
    return error ? error : result;
}

static s64 read_header(u64 user, u64 *header)
{
    if (copy_in(header, user, HEADER_SIZE) < 0) return -EFAULT;
    if (header[NAME] && (int)header[NAME_LENGTH] < 0) return -EINVAL;
    return 0;
}

static s64 send_one(struct file *f, u64 user, int flags)
{
    u64 header[HEADER_WORDS], length;
    struct message m;
    s64 result = read_header(user, header);

    if (result) return result;
    message_begin(&m, flags);
    length = header[NAME] ? (u32)header[NAME_LENGTH] : 0;
    result = address_in(&m.address, header[NAME], length < ADDRESS_MAX ? length : ADDRESS_MAX);
    if (!result) result = io_vector(&m.io, header[VECTOR], header[VECTOR_COUNT]);
    if (!result) result = packet_check(f->own);
    if (!result) result = take_control(f->own, &m, header[CONTROL], header[CONTROL_LENGTH]);
    if (!result) result = socket_send(f, &m);
    rights_release(m.rights);
    return result;
}

/* The name's length, the control's and the flags are told in the header. */
static s64 tell(struct file *f, struct message *m, u64 user, u64 *header)
{
    u64 used = put_controls(f->own, m, header[CONTROL], header[CONTROL_LENGTH]);
    int found = m->found | (m->flags & MSG_CMSG_CLOEXEC);

    if (header[NAME] && address_out(&m->address, header[NAME], user + 8 * NAME_LENGTH) < 0) return -EFAULT;
    if (copy_out(user + 8 * FLAGS, &found, 4) < 0) return -EFAULT;
    return copy_out(user + 8 * CONTROL_LENGTH, &used, 8);
}

static s64 receive_one(struct file *f, u64 user, int flags)
{
    u64 header[HEADER_WORDS];
    struct message m;
    s64 result = read_header(user, header), error = 0;

    if (result) return result;
    message_begin(&m, flags);
    clear_bytes(&m.who, sizeof m.who);      /* of nobody, at the end of a stream */
    result = io_vector(&m.io, header[VECTOR], header[VECTOR_COUNT]);
    if (!result) result = socket_receive(f, &m);
    if (result >= 0) error = tell(f, &m, user, header);
    rights_release(m.rights);
    return error ? error : result;
}

s64 call_sendmsg(u64 *a)
{
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = send_one(f, a[1], a[2]);
    file_release(f);
    return result;
}

s64 call_recvmsg(u64 *a)
{
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    result = receive_one(f, a[1], a[2]);
    file_release(f);
    return result;
}

/* ---- Several: how many; an error only if it was the first one's ---- */

s64 call_sendmmsg(u64 *a)
{
    u32 count = a[2] < IOV_MAX ? a[2] : IOV_MAX, k, length;
    s64 result;
    struct file *f = socket_in(a[0], &result);

    if (!f) return result;
    for (k = 0, result = 0; k < count; k++) {
        result = send_one(f, a[1] + (u64)k * MANY_SIZE, a[3]);
        if (result < 0) break;
        length = result;
        result = copy_out(a[1] + (u64)k * MANY_SIZE + HEADER_SIZE, &length, 4);
        if (result < 0) break;
        give_way();
    }
    file_release(f);
    return k ? k : result;
}

/* The time limit counts between messages, as on Linux: one that waits for a message waits on. */
static s64 receive_many(struct file *f, u64 user, u32 count, int flags, u64 until)
{
    u32 k, length;
    s64 result = 0;

    for (k = 0; k < count; k++) {
        result = receive_one(f, user + (u64)k * MANY_SIZE, flags);
        if (result < 0) break;
        length = result;
        result = copy_out(user + (u64)k * MANY_SIZE + HEADER_SIZE, &length, 4);
        if (result < 0) break;
        give_way();
        if (flags & MSG_WAITFORONE) flags |= MSG_DONTWAIT;
        if (until && arch_nanoseconds() >= until) {
            k++;
            break;
        }
    }
    return k ? k : result;
}

s64 call_recvmmsg(u64 *a)
{
    u64 time, until = 0;
    s64 result = a[4] ? time_in(a[4], &time) : 0;
    struct file *f = result ? NULL : socket_in(a[0], &result);

    if (!f) return result;
    if (a[4]) until = add_at_most(arch_nanoseconds(), time, ~0UL);
    result = receive_many(f, a[1], a[2] < IOV_MAX ? a[2] : IOV_MAX, a[3], until);
    file_release(f);
    return result;
}
