/* Names of AF_UNIX: files and abstract ones, who may use them, what is told of them, wrong ones. */
#include "sockets.h"

static const char *own_name(int fd, socklen_t *length)
{
    static struct sockaddr_un a;

    memset(&a, 'x', sizeof a);
    *length = sizeof a;
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, length));
    GIVES(AF_UNIX, a.sun_family);
    return a.sun_path;
}

static void files(void)
{
    struct sockaddr_un a;
    struct stat s;
    socklen_t length;
    int fd = socket(AF_UNIX, SOCK_STREAM, 0), other = socket(AF_UNIX, SOCK_STREAM, 0);

    own_name(fd, &length);
    GIVES(2, length);
    umask(027);
    GIVES(0, bind_to(fd, "name"));
    umask(022);
    GIVES(0, stat("name", &s));
    HOLDS(S_ISSOCK(s.st_mode));
    GIVES(0750, s.st_mode & 07777);
    HOLDS(strcmp(own_name(fd, &length), "name") == 0);
    GIVES(2 + 5, length);
    FAILS(EADDRINUSE, bind_to(other, "name"));
    FAILS(EINVAL, bind_to(fd, "another"));
    FAILS(ENXIO, open("name", O_RDWR));
    FAILS(ECONNREFUSED, connect_to(other, "name"));
    FAILS(ENOENT, connect_to(other, "nothing"));
    FAILS(ENOENT, bind_to(other, "no/where"));
    make_file("file", "x");
    FAILS(ECONNREFUSED, connect_to(other, "file"));
    FAILS(ENOTDIR, bind_to(other, "file/x"));
    GIVES(0, listen(fd, 1));
    GIVES(1, option(fd, SOL_SOCKET, SO_ACCEPTCONN));
    /* The name may change and go: the socket is what counts. */
    GIVES(0, rename("name", "moved"));
    GIVES(0, connect_to(other, "moved"));
    close(other);
    close(accept(fd, NULL, NULL));
    GIVES(0, unlink("moved"));
    HOLDS(strcmp(own_name(fd, &length), "name") == 0);
    GIVES(0, bind_to(other = socket(AF_UNIX, SOCK_STREAM, 0), "name"));
    close(other);
    close(fd);
    fd = socket(AF_UNIX, SOCK_STREAM, 0);
    FAILS(ECONNREFUSED, connect_to(fd, "name"));
    FAILS(EADDRINUSE, bind_to(fd, "name"));
    /* A path may fill the whole field, without a zero. */
    memset(&a, 'p', sizeof a);
    a.sun_family = AF_UNIX;
    GIVES(0, bind(fd, (struct sockaddr *)&a, sizeof a));
    own_name(fd, &length);
    HOLDS(length == 110 || length == 111);
    close(fd);
    GIVES(0, mknod("node", S_IFSOCK | 0600, 0));
    fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    FAILS(ECONNREFUSED, connect_to(fd, "node"));
    close(fd);
}

static void abstract(void)
{
    struct sockaddr_un a;
    socklen_t length;
    int fd = socket(AF_UNIX, SOCK_STREAM, 0), other = socket(AF_UNIX, SOCK_STREAM, 0), third = socket(AF_UNIX, SOCK_DGRAM, 0);

    GIVES(0, bind_to(fd, "@seed-abstract"));
    HOLDS(memcmp(own_name(fd, &length), "\0seed-abstract", 14) == 0);
    GIVES(2 + 14, length);
    FAILS(EADDRINUSE, bind_to(other, "@seed-abstract"));
    FAILS(ECONNREFUSED, connect_to(third, "@seed-abstract"));
    GIVES(0, bind_to(third, "@seed-abstract"));      /* another type, another world */
    FAILS(ECONNREFUSED, connect_to(other, "@seed-abstract"));
    GIVES(0, listen(fd, 1));
    GIVES(0, connect_to(other, "@seed-abstract"));
    FAILS(EISCONN, connect_to(other, "@seed-abstract"));
    close(fd);
    close(third);
    close(other);
    fd = socket(AF_UNIX, SOCK_STREAM, 0);
    GIVES(0, bind_to(fd, "@seed-abstract"));         /* it ended with its socket */
    close(fd);
    /* A name of the kernel's choice: a zero and five digits. */
    fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    memset(&a, 0, sizeof a);
    a.sun_family = AF_UNIX;
    GIVES(0, bind(fd, (struct sockaddr *)&a, 2));
    own_name(fd, &length);
    GIVES(2 + 6, length);
    close(fd);
}

static void wrong(void)
{
    struct sockaddr_un a;
    socklen_t length = named(&a, "w");
    int fd = socket(AF_UNIX, SOCK_STREAM, 0), pipe_ends[2];

    FAILS(EINVAL, bind(fd, (struct sockaddr *)&a, 1));
    FAILS(EINVAL, bind(fd, (struct sockaddr *)&a, sizeof a + 2));
    FAILS(EINVAL, bind(fd, (struct sockaddr *)&a, 4096));
    FAILS(EFAULT, bind(fd, (struct sockaddr *)BAD_ADDRESS, length));
    FAILS(EINVAL, connect(fd, (struct sockaddr *)&a, 2));
    FAILS(EFAULT, getsockname(fd, (struct sockaddr *)&a, (socklen_t *)BAD_ADDRESS));
    length = -1;
    FAILS(EINVAL, getsockname(fd, (struct sockaddr *)&a, &length));
    length = 1;
    a.sun_family = 0x7777;
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    GIVES(2, length);
    GIVES(0x7701, a.sun_family);
    length = sizeof a;
    FAILS(ENOTCONN, getpeername(fd, (struct sockaddr *)&a, &length));
    named(&a, "w");
    a.sun_family = AF_INET;
    FAILS(EINVAL, bind(fd, (struct sockaddr *)&a, length));
    FAILS(EINVAL, connect(fd, (struct sockaddr *)&a, length));
    FAILS(EINVAL, listen(fd, 1));
    FAILS(EINVAL, accept(fd, NULL, NULL));
    GIVES(0, pipe(pipe_ends));
    FAILS(ENOTSOCK, bind_to(pipe_ends[0], "w"));
    FAILS(ENOTSOCK, listen(pipe_ends[0], 1));
    FAILS(ENOTSOCK, accept(pipe_ends[0], NULL, NULL));
    FAILS(EBADF, connect_to(999, "w"));
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    close(fd);
    FAILS(EAFNOSUPPORT, socket(45, SOCK_STREAM, 0));
    FAILS(EAFNOSUPPORT, socket(99, SOCK_STREAM, 0));
    FAILS(EINVAL, socket(AF_UNIX, 15, 0));
    FAILS(EINVAL, socket(AF_UNIX, SOCK_STREAM | 0x100, 0));
    FAILS(ESOCKTNOSUPPORT, socket(AF_UNIX, SOCK_RDM, 0));
    FAILS(EPROTONOSUPPORT, socket(AF_UNIX, SOCK_STREAM, 7));
    fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    FAILS(EOPNOTSUPP, listen(fd, 1));
    FAILS(EOPNOTSUPP, accept(fd, NULL, NULL));
    GIVES(FD_CLOEXEC, fcntl(fd, F_GETFD));
    HOLDS(fcntl(fd, F_GETFL) & O_NONBLOCK);
    close(fd);
}

int main(void)
{
    files();
    abstract();
    wrong();
    return finish();
}
