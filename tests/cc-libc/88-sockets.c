/* Sockets: pairs, local names, the loopback network, descriptors in messages; addresses as text; names of hosts and services. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/un.h>
#include <unistd.h>

static void pairs(void)
{
    struct iovec parts[2];
    struct msghdr message;
    struct cmsghdr *header;
    char text[32] = "", room[CMSG_SPACE(sizeof(int))];
    int ends[2], pipe_ends[2], type = 0, got = -1;
    socklen_t size = sizeof type;

    printf("%d\n", socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    printf("%d", (int)send(ends[0], "hello", 5, 0));
    printf(" %d", (int)recv(ends[1], text, sizeof text, MSG_PEEK));
    printf(" %d", (int)recv(ends[1], text, sizeof text, 0));
    printf(" %s\n", text);
    printf("%d", getsockopt(ends[0], SOL_SOCKET, SO_TYPE, &type, &size));
    printf(" %d\n", type == SOCK_STREAM);
    if (pipe(pipe_ends)) return;
    parts[0].iov_base = "ab";
    parts[0].iov_len = 2;
    parts[1].iov_base = "cde";
    parts[1].iov_len = 3;
    memset(&message, 0, sizeof message);
    memset(room, 0, sizeof room);
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    message.msg_control = room;
    message.msg_controllen = sizeof room;
    header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &pipe_ends[1], sizeof(int));
    printf("%d\n", (int)sendmsg(ends[0], &message, 0));
    parts[0].iov_base = text;
    parts[0].iov_len = sizeof text;
    message.msg_iovlen = 1;
    memset(room, 0, sizeof room);
    printf("%d", (int)recvmsg(ends[1], &message, 0));
    header = CMSG_FIRSTHDR(&message);
    printf(" %.5s %d\n", text, header && header->cmsg_type == SCM_RIGHTS);
    if (header) memcpy(&got, CMSG_DATA(header), sizeof got);
    printf("%d %d\n", CMSG_NXTHDR(&message, header) == NULL, (int)write(got, "x", 1));
    printf("%d", (int)read(pipe_ends[0], text, 1));
    printf(" %.1s\n", text);
    printf("%d", shutdown(ends[0], SHUT_WR));
    printf(" %d\n", (int)recv(ends[1], text, 1, 0));
}

static void network(void)
{
    struct sockaddr_in address, peer;
    socklen_t size = sizeof address;
    char text[16] = "";
    int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), client = socket(AF_INET, SOCK_STREAM, 0), one = 1, accepted;

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    printf("%d", setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one));
    printf(" %d", bind(server, (struct sockaddr *)&address, sizeof address));
    printf(" %d", listen(server, 5));
    printf(" %d", getsockname(server, (struct sockaddr *)&address, &size));
    printf(" %d\n", address.sin_port != 0);
    printf("%d", connect(client, (struct sockaddr *)&address, sizeof address));
    size = sizeof peer;
    accepted = accept(server, (struct sockaddr *)&peer, &size);
    printf(" %d %s\n", accepted >= 0, inet_ntoa(peer.sin_addr));
    size = sizeof peer;
    printf("%d", getpeername(client, (struct sockaddr *)&peer, &size));
    printf(" %d\n", peer.sin_port == address.sin_port);
    printf("%d", setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one));
    printf(" %d", (int)write(client, "over", 5));
    printf(" %d", (int)recv(accepted, text, sizeof text, 0));
    printf(" %s\n", text);
    close(client);
    printf("%d\n", (int)recv(accepted, text, sizeof text, 0));
    close(accepted);
    close(server);
    server = socket(AF_INET, SOCK_DGRAM, 0);
    client = socket(AF_INET, SOCK_DGRAM, 0);
    address.sin_port = 0;
    printf("%d", bind(server, (struct sockaddr *)&address, sizeof address));
    size = sizeof address;
    getsockname(server, (struct sockaddr *)&address, &size);
    printf(" %d", (int)sendto(client, "packet", 7, 0, (struct sockaddr *)&address, size));
    size = sizeof peer;
    printf(" %d", (int)recvfrom(server, text, sizeof text, 0, (struct sockaddr *)&peer, &size));
    printf(" %s %d\n", text, (int)size == (int)sizeof peer);
    errno = 0;
    printf("%d", connect(-1, (struct sockaddr *)&address, sizeof address));
    printf(" %d\n", errno == EBADF);
}

static void local_names(void)
{
    char folder[] = "/tmp/socket.XXXXXX";
    struct sockaddr_un name;
    int server = socket(AF_UNIX, SOCK_STREAM, 0), client = socket(AF_UNIX, SOCK_STREAM, 0), accepted;
    char text[8] = "";

    if (!mkdtemp(folder)) return;
    memset(&name, 0, sizeof name);
    name.sun_family = AF_UNIX;
    sprintf(name.sun_path, "%s/s", folder);
    printf("%d", bind(server, (struct sockaddr *)&name, sizeof name));
    printf(" %d", listen(server, 1));
    printf(" %d", connect(client, (struct sockaddr *)&name, sizeof name));
    accepted = accept4(server, NULL, NULL, SOCK_CLOEXEC);
    printf(" %d", fcntl(accepted, F_GETFD) & FD_CLOEXEC);
    printf(" %d", (int)send(accepted, "local", 6, MSG_NOSIGNAL));
    printf(" %d", (int)read(client, text, sizeof text));
    printf(" %s\n", text);
    unlink(name.sun_path);
    rmdir(folder);
}

static void addresses(void)
{
    static const char *const texts[] = { "1.2.3.4", "255.255.255.255", "256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4x", "::", "::1",
        "1::", "2001:db8::8:800:200c:417a", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::ffff:1.2.3.4",
        "::1.2.3.4", "1::2::3", ":1", "1:", ":::", "12345::", "fe80::1:0:0:1", "0:0:1:0:0:0:1:0", "1:0:2:3:4:5:6:7", "g::", "" };
    unsigned char bytes[16];
    char text[INET6_ADDRSTRLEN];
    struct in_addr four;
    size_t i;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        printf("%s:", texts[i]);
        printf(" %d", inet_pton(AF_INET, texts[i], bytes));
        if (inet_pton(AF_INET, texts[i], bytes) == 1) printf(" %s", inet_ntop(AF_INET, bytes, text, sizeof text));
        printf(" %d", inet_pton(AF_INET6, texts[i], bytes));
        if (inet_pton(AF_INET6, texts[i], bytes) == 1) printf(" %s", inet_ntop(AF_INET6, bytes, text, sizeof text));
        printf(" %d", inet_aton(texts[i], &four));
        if (inet_aton(texts[i], &four)) printf(" %s", inet_ntoa(four));
        printf("\n");
    }
    printf("%x %x\n", (unsigned)inet_addr("0x7f.1"), (unsigned)inet_addr("nothing"));
    printf("%d %x %x\n", htons(0x1234) == 0x3412, (unsigned)ntohs(0x1234), (unsigned)htonl(0x12345678));
}

static void names(void)
{
    struct addrinfo hints, *list, *one;
    char host[64], service[16];
    struct statvfs status;
    int error;

    memset(&hints, 0, sizeof hints);
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    error = getaddrinfo("127.0.0.1", "80", &hints, &list);
    printf("%d", error);
    for (one = list; !error && one; one = one->ai_next) printf(" %d %d %d", one->ai_family, one->ai_socktype, one->ai_protocol);
    printf("\n");
    printf("%d", getnameinfo(list->ai_addr, list->ai_addrlen, host, sizeof host, service, sizeof service,
                             NI_NUMERICHOST | NI_NUMERICSERV));
    printf(" %s %s\n", host, service);
    freeaddrinfo(list);
    hints.ai_socktype = SOCK_STREAM;
    error = getaddrinfo("::1", "443", &hints, &list);
    printf("%d %d %d\n", error, list->ai_family == AF_INET6, ntohs(((struct sockaddr_in6 *)(void *)list->ai_addr)->sin6_port));
    freeaddrinfo(list);
    printf("%d\n", getaddrinfo("no number", "80", &hints, &list));
    printf("%d\n", getaddrinfo("1.2.3.4", "http", &hints, &list));
    printf("%s\n", gai_strerror(EAI_NONAME));
    printf("%s\n", gethostbyname("127.0.0.1") ? inet_ntoa(*(struct in_addr *)(void *)gethostbyname("127.0.0.1")->h_addr) : "none");
    printf("%d", statvfs("/", &status));
    printf(" %d\n", status.f_bsize > 0 && status.f_blocks >= status.f_bfree);
}

int main(void)
{
    pairs();
    network();
    local_names();
    addresses();
    names();
    return 0;
}
