/*
 * What /proc/net tells: a line for each socket, made when it is read, so that a table may be longer than a page. The
 * numbers of bytes and packets that Linux counts are zeros.
 */
#include "base.h"
#include "files.h"
#include "net.h"

enum { LINE = 256, TCP_WIDTH = 149, UDP_WIDTH = 127 };
enum { ESTABLISHED = 1, FIN_WAIT_2 = 5, CLOSED = 7, CLOSE_WAIT = 8, LISTENS = 10 };
enum { UNCONNECTED = 1, CONNECTED = 3, ACCEPTS = 0x10000 };

struct table {
    const char *name, *head;
    /* A socket's line, the n-th; its length, or 0: it has none here. */
    u64 (*line)(struct socket *s, u64 n, char *text);
};

/* Filled with spaces, and ended; hexadecimal digits are capitals. */
static u64 finish(char *text, u64 length, u64 width)
{
    u64 k;

    for (k = 0; k < length; k++)
        if (text[k] >= 'a' && text[k] <= 'f') text[k] -= 'a' - 'A';
    for (; k < width; k++) text[k] = ' ';
    text[k] = '\n';
    return k + 1;
}

static u64 inode_of(struct socket *s)
{
    return s->file ? s->file->inode->number : 0;
}

/* The words of an address as they lie in memory. */
static u64 put_endpoint(struct socket *s, struct endpoint *e, char *text, u64 size)
{
    u64 length = 0, at;
    u32 word;

    for (at = s->family == AF_INET ? 12 : 0; at < sizeof e->address; at += 4) {
        copy_bytes(&word, e->address + at, 4);
        length += format_text(text + length, size - length, "%08x", word);
    }
    return length + format_text(text + length, size - length, ":%04x", e->port);
}

static u64 put_inet(struct socket *s, char *text, int state)
{
    u64 length = put_endpoint(s, &s->here, text, LINE);

    text[length++] = ' ';
    length += put_endpoint(s, &s->there, text + length, LINE - length);
    return length + format_text(text + length, LINE - length, " %02x 00000000:%08x 00:00000000 00000000 %5u        0 %lu 2 0",
                                state, s->in.ring.count, s->who.user, inode_of(s));
}

static int state_of(struct socket *s)
{
    if (s->listens) return LISTENS;
    if (s->shut == SHUT_BOTH) return CLOSED;
    return s->shut & SHUT_RECEIVE ? CLOSE_WAIT : s->shut & SHUT_SEND ? FIN_WAIT_2 : ESTABLISHED;
}

static u64 tcp_of(struct socket *s, int family, u64 n, char *text)
{
    u64 length;

    if (s->family != family || s->type != SOCK_STREAM || !s->here.port || (!s->listens && !s->peer)) return 0;
    length = format_text(text, LINE, "%4lu: ", n);
    length += put_inet(s, text + length, state_of(s));
    return finish(text, length, TCP_WIDTH);
}

static u64 udp_of(struct socket *s, int family, u64 n, char *text)
{
    u64 length;

    if (s->family != family || s->type != SOCK_DGRAM || !s->here.port) return 0;
    length = format_text(text, LINE, "%5lu: ", n);
    length += put_inet(s, text + length, s->there.port ? ESTABLISHED : CLOSED);
    return finish(text, length, UDP_WIDTH);
}

static u64 tcp_line(struct socket *s, u64 n, char *text)
{
    return tcp_of(s, AF_INET, n, text);
}

static u64 tcp6_line(struct socket *s, u64 n, char *text)
{
    return tcp_of(s, AF_INET6, n, text);
}

static u64 udp_line(struct socket *s, u64 n, char *text)
{
    return udp_of(s, AF_INET, n, text);
}

static u64 udp6_line(struct socket *s, u64 n, char *text)
{
    return udp_of(s, AF_INET6, n, text);
}

/* An abstract name begins with an @, and has one for each zero in it. */
static u64 unix_line(struct socket *s, u64 n, char *text)
{
    u64 length, k;

    (void)n;
    if (s->family != AF_UNIX || s->is_closed) return 0;
    length = format_text(text, LINE, "%016lx: %08x 00000000 %08x %04x %02x %5lu", 0UL, s->holders + 1, s->listens ? ACCEPTS : 0, s->type,
                         s->peer ? CONNECTED : UNCONNECTED, inode_of(s));
    if (unix_has_name(s)) text[length++] = ' ';
    for (k = 2; k < s->name->length && (s->name->bytes[k] || s->name->bytes[2] == 0); k++)
        text[length++] = s->name->bytes[k] ? s->name->bytes[k] : '@';
    text[length++] = '\n';
    return length;
}

#define INET_HEAD "local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode"

static const struct table tables[] = {
    { "tcp", "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n", tcp_line },
    { "tcp6", "  sl  " INET_HEAD "\n", tcp6_line },
    { "udp", "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops\n", udp_line },
    { "udp6", "  sl  " INET_HEAD " ref pointer drops\n", udp6_line },
    { "unix", "Num       RefCount Protocol Flags    Type St Inode Path\n", unix_line },
    { "dev", "Inter-|   Receive                                                |  Transmit\n"
             " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"
             "    lo:       0       0    0    0    0     0          0         0        0       0    0    0    0     0       0          0\n", NULL },
    { "route", "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n", NULL },
    { "if_inet6", "00000000000000000000000000000001 01 80 10 80       lo\n", NULL },
};

const char *net_table_name(u64 n)
{
    return n < COUNT_OF(tables) ? tables[n].name : NULL;
}

/* Puts what of these bytes is at the offset and behind it; *at is where they begin. */
static int put_part(const char *text, u64 length, u64 *at, u64 *offset, struct io *io)
{
    u64 skipped = *offset - *at, size;

    if (skipped < length && io->left > 0) {
        size = length - skipped < io->left ? length - skipped : io->left;
        if (io_put(io, text + skipped, size) < 0) return -EFAULT;
        *offset += size;
        skipped += size;
        if (skipped < length) return 0;
    }
    *at += length;
    return 0;
}

static s64 table_read(struct file *f, u64 *offset, struct io *io)
{
    const struct table *t = f->own;
    char line[LINE];
    struct socket *s;
    u64 at = 0, length, n = 0;
    int error = put_part(t->head, string_length(t->head), &at, offset, io);

    for (s = t->line ? sockets : NULL; s && !error && io->left > 0 && *offset >= at; s = s->next) {
        length = t->line(s, n, line);
        if (length == 0) continue;
        n++;
        error = put_part(line, length, &at, offset, io);
    }
    return io->done > 0 ? (s64)io->done : error;
}

static int table_ready(struct file *f)
{
    (void)f;
    return POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM;
}

static const struct file_type table_type = { table_read, NULL, NULL, table_ready, NULL, 1, 0 };

void net_table_open(struct file *f, u64 n)
{
    f->own = (void *)&tables[n];
    f->type = &table_type;
}
