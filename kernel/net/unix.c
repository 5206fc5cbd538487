/* Names of AF_UNIX: files, and abstract names, which begin with a zero and are in no folder. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { FAMILY_SIZE = 2 };         /* sun_family; the path is behind it */

/* Who has no name yet has an empty one: messages that were sent before it was bound show what it is called when they are received. */
int unix_init(struct socket *s)
{
    s->name = allocate(sizeof *s->name);
    if (!s->name) return -ENOMEM;
    s->name->holders = 1;
    return 0;
}

int unix_has_name(struct socket *s)
{
    return s->name->length > 0;
}

static void set_name(struct socket *s, const u8 *bytes, u32 length)
{
    s->name->length = length;
    copy_bytes(s->name->bytes, bytes, length);
    s->is_bound = 1;
}

void name_release(struct unix_name *n)
{
    if (n && --n->holders == 0) release(n);
}

void name_get(struct unix_name *n, struct address *a)
{
    a->length = n->length ? n->length : FAMILY_SIZE;
    a->bytes[0] = AF_UNIX;
    a->bytes[1] = 0;
    copy_bytes(a->bytes, n->bytes, n->length);
}

/* As an accepted connection has the listener's. */
void unix_share_name(struct socket *s, struct socket *with)
{
    name_release(s->name);
    s->name = with->name;
    s->name->holders++;
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

    if (s->name->length != a->length) return 0;
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
    set_name(s, a->bytes, a->length);
    return 0;
}

int unix_bind_any(struct socket *s)
{
    static u32 number;
    char digits[8];
    struct address a;
    int error = unix_has_name(s) ? 0 : -EADDRINUSE;

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
    struct inode *i;
    u32 length;
    int error;

    if (!is_unix(a)) return -EINVAL;
    if (a->length == FAMILY_SIZE) return unix_bind_any(s);
    if (is_abstract(a)) return unix_has_name(s) ? -EINVAL : bind_abstract(s, a);
    path_get(a, path);
    length = FAMILY_SIZE + string_length(path) + 1;
    /* With the mode that its descriptor has: fchmod may have changed it. */
    error = tree_make(current->folders->working, path, s->file->inode->mode & ~current->folders->umask, &i);
    /* As on Linux it is seen last that there is a name already. */
    if (!error && unix_has_name(s)) {
        tree_unlink(current->folders->working, path);
        inode_release(i);
        error = -EINVAL;
    }
    if (error) return error == -EEXIST ? -EADDRINUSE : error;
    i->socket = s;
    s->inode = i;
    set_name(s, a->bytes, length < UNIX_ADDRESS_MAX ? length : UNIX_ADDRESS_MAX);
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

int unix_check(struct address *a)
{
    return is_unix(a) && a->length > FAMILY_SIZE ? 0 : -EINVAL;
}

int unix_find(struct socket *s, struct address *a, struct socket **found)
{
    char path[UNIX_ADDRESS_MAX];

    if (unix_check(a) < 0) return -EINVAL;
    if (!is_abstract(a)) {
        path_get(a, path);
        return find_path(s, path, found);
    }
    *found = find_abstract(s->type, a);
    if (!*found) return -ECONNREFUSED;
    socket_hold(*found);
    return 0;
}
