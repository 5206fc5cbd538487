#include <netdb.h>
#include <string.h>

enum { HOST_MOST_ADDRESSES = 16 };

struct hostent *gethostbyname(const char *name)
{
    static struct hostent host;
    static char host_name[NI_MAXHOST];
    static char *aliases[1];
    static struct in_addr addresses[HOST_MOST_ADDRESSES];
    static char *list[HOST_MOST_ADDRESSES + 1];
    struct addrinfo hints, *answers, *answer;
    int count = 0;

    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    if (strlen(name) >= sizeof host_name || getaddrinfo(name, NULL, &hints, &answers)) {
        h_errno = HOST_NOT_FOUND;
        return NULL;
    }
    for (answer = answers; answer && count < HOST_MOST_ADDRESSES; answer = answer->ai_next, count++) {
        addresses[count] = ((struct sockaddr_in *)(void *)answer->ai_addr)->sin_addr;
        list[count] = (char *)&addresses[count];
    }
    list[count] = NULL;
    freeaddrinfo(answers);
    host.h_name = strcpy(host_name, name);
    host.h_aliases = aliases;
    host.h_addrtype = AF_INET;
    host.h_length = sizeof addresses[0];
    host.h_addr_list = list;
    return &host;
}
