#include <errno.h>
#include <netdb.h>
#include <resolv.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(dn_comp);
INNER_NAME(ns_put16);

struct __res_state _res;

int res_init(void)
{
    _res.options = RES_INIT | RES_DEFAULT;
    _res.retrans = RES_TIMEOUT;
    _res.retry = 2;
    _res.ndots = 1;
    return 0;
}

int res_mkquery(int operation, const char *name, int class, int type, const unsigned char *data, int length,
                const unsigned char *more, unsigned char *message, int size)
{
    int used;

    (void)data;
    (void)length;
    (void)more;
    if (operation != QUERY || size < NS_HFIXEDSZ + NS_QFIXEDSZ) return -1;
    memset(message, 0, NS_HFIXEDSZ);
    __ns_put16(++_res.id, message);
    message[2] = 1;
    message[5] = 1;
    used = __dn_comp(name, message + NS_HFIXEDSZ, size - NS_HFIXEDSZ - NS_QFIXEDSZ, NULL, NULL);
    if (used < 0) return -1;
    __ns_put16((unsigned int)type, message + NS_HFIXEDSZ + used);
    __ns_put16((unsigned int)class, message + NS_HFIXEDSZ + used + 2);
    return NS_HFIXEDSZ + used + NS_QFIXEDSZ;
}

int res_send(const unsigned char *message, int length, unsigned char *answer, int size)
{
    (void)message;
    (void)length;
    (void)answer;
    (void)size;
    errno = ECONNREFUSED;
    return -1;
}

int res_query(const char *name, int class, int type, unsigned char *answer, int size)
{
    (void)name;
    (void)class;
    (void)type;
    (void)answer;
    (void)size;
    h_errno = TRY_AGAIN;
    return -1;
}

int res_search(const char *name, int class, int type, unsigned char *answer, int size)
{
    return res_query(name, class, type, answer, size);
}
