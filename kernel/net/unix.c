/* Names of AF_UNIX: files, and abstract names, which begin with a zero and are in no folder. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { FAMILY_SIZE = 2 };         /* sun_family; the path is behind it */

static struct unix_name *name_new(const u8 *bytes, u32 length)
{
    struct unix_name *n = allocate(sizeof *n);

    if (!n) return NULL;
    n->holders = 1;
    n->length = length;
    copy_bytes(n->bytes, bytes, length);
    return n;
}

void name_release(struct unix_name *n)
{
    if (n && --n->holders == 0) release(n);
}

void name_get(struct unix_name *n, struct address *a)
{
    a->length = n ? n->length : FAMILY_SIZE;
    clear_bytes(a->bytes, FAMILY_SIZE);
    if (n) copy_bytes(a->bytes, n->bytes, n->length);
    else a->bytes[0] = AF_UNIX;
}

static int is_unix(struct address *a)
{
    return a->length >= FAMILY_SIZE && a->length <= UNIX_ADDRESS_MAX && a->bytes[0] == AF_UNIX && a->bytes[1] == 0;
}

static int is_abstract(struct address *a)
{
    return a->bytes[FAMILY_SIZE] == 0;
}

/* A path need not end in a zero in the address. */
static void path_get(struct address *a, char *path)
{
    copy_bytes(path, a->bytes + FAMILY_SIZE, a->length - FAMILY_SIZE);
    path[a->length - FAMILY_SIZE] = 0;
}

static int is_named(struct socket *s, struct address *a)
{
    u32 k;

    if (!s->name || s->name->length != a->length) return 0;
    for (k = 0; k < a->length && s->name->bytes[k] == a->bytes[k]; k++)
        ;
    return k == a->length;
}

static struct socket *find_abstract(int type, struct address *a)
{
    struct socket *s;

    for (s = sockets; s; s = s->next)
        if (s->family == AF_UNIX && s->type == type && !s->is_closed && s->is_bound && is_named(s, a)) return s;
    return NULL;
}

static int bind_abstract(struct socket *s, struct address *a)
{
    if (find_abstract(s->type, a)) return -EADDRINUSE;
    s->name = name_new(a->bytes, a->length);
    s->is_bound = s->name != NULL;
    return s->name ? 0 : -ENOMEM;
}

int unix_bind_any(struct socket *s)
{
    static u32 number;
    char digits[8];
    struct address a;
    int error = s->name ? 0 : -EADDRINUSE;

    clear_bytes(&a, sizeof a);
    a.bytes[0] = AF_UNIX;
    a.length = FAMILY_SIZE + 1 + 5;
    while (error == -EADDRINUSE) {
        format_text(digits, sizeof digits, "%05x", number++ & 0xfffff);
        copy_bytes(a.bytes + FAMILY_SIZE + 1, digits, 5);
        error = bind_abstract(s, &a);
    }
    return error;
}

int unix_bind(struct socket *s, struct address *a)
{
    char path[UNIX_ADDRESS_MAX];
    struct unix_name *n;
    int error;

    if (!is_unix(a)) return -EINVAL;
    if (a->length == FAMILY_SIZE) return unix_bind_any(s);
    if (s->name) return -EINVAL;
    if (is_abstract(a)) return bind_abstract(s, a);
    path_get(a, path);
    n = name_new(a->bytes, FAMILY_SIZE + string_length(path));
    if (!n) return -ENOMEM;
    if (n->length < UNIX_ADDRESS_MAX) n->length++;
    error = tree_make(current->folders->working, path, S_IFSOCK | (0777 & ~current->folders->umask), &s->inode);
    if (error) {
        name_release(n);
        s->inode = NULL;
        return error == -EEXIST ? -EADDRINUSE : error;
    }
    s->inode->socket = s;
    s->name = n;
    s->is_bound = 1;
    return 0;
}

/* The file stays, and nobody is behind it any more. */
void unix_unbind(struct socket *s)
{
    if (!s->inode) return;
    s->inode->socket = NULL;
    inode_release(s->inode);
    s->inode = NULL;
}

/* Who writes to it needs the right to write to the file. */
static int find_path(struct socket *s, const char *path, struct socket **found)
{
    struct inode *i;
    int error = path_find(current->folders->working, path, 1, &i);

    if (error) return error;
    error = inode_access(i, W_OK);
    if (!error && (!is_socket(i) || !i->socket)) error = -ECONNREFUSED;
    if (!error && i->socket->type != s->type) error = -EPROTOTYPE;
    if (!error) *found = socket_hold(i->socket);
    inode_release(i);
    return error;
}

int unix_find(struct socket *s, struct address *a, struct socket **found)
{
    char path[UNIX_ADDRESS_MAX];

    if (!is_unix(a) || a->length == FAMILY_SIZE) return -EINVAL;
    if (!is_abstract(a)) {
        path_get(a, path);
        return find_path(s, path, found);
    }
    *found = find_abstract(s->type, a);
    if (!*found) return -ECONNREFUSED;
    socket_hold(*found);
    return 0;
}
