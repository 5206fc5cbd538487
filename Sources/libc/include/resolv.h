/* Names in messages of name servers. Nobody is asked: res_query and its kin find no server. */
#ifndef _MINICC_LIBC_RESOLV_H
#define _MINICC_LIBC_RESOLV_H

#include <features.h>
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <stdio.h>

#define MAXNS 3
#define MAXDNSRCH 6
#define MAXRESOLVSORT 10
#define RES_TIMEOUT 5
#define RES_INIT 0x1
#define RES_DEBUG 0x2
#define RES_USEVC 0x8
#define RES_IGNTC 0x20
#define RES_RECURSE 0x40
#define RES_DEFNAMES 0x80
#define RES_STAYOPEN 0x100
#define RES_DNSRCH 0x200
#define RES_USE_INET6 0x2000
#define RES_ROTATE 0x4000
#define RES_DEFAULT (RES_RECURSE | RES_DEFNAMES | RES_DNSRCH)
#define _PATH_RESCONF "/etc/resolv.conf"

typedef struct __res_state {
    int retrans;
    int retry;
    unsigned long options;
    int nscount;
    struct sockaddr_in nsaddr_list[MAXNS];
    unsigned short id;
    char *dnsrch[MAXDNSRCH + 1];
    char defdname[256];
    unsigned int ndots : 4;
    unsigned int nsort : 4;
} *res_state;
#define nsaddr nsaddr_list[0]
extern struct __res_state _res;

int res_init(void);
int res_query(const char *name, int class, int type, unsigned char *answer, int size);
int res_search(const char *name, int class, int type, unsigned char *answer, int size);
int res_send(const unsigned char *message, int length, unsigned char *answer, int size);
int res_mkquery(int operation, const char *name, int class, int type, const unsigned char *data, int length,
                const unsigned char *more, unsigned char *message, int size);
int dn_expand(const unsigned char *message, const unsigned char *end, const unsigned char *from, char *name, int size);
int dn_comp(const char *name, unsigned char *to, int size, unsigned char **names, unsigned char **last);
int dn_skipname(const unsigned char *from, const unsigned char *end);

#endif
