/* Hashing of pass phrases is not there: the functions say ENOSYS. */
#ifndef _MINICC_LIBC_CRYPT_H
#define _MINICC_LIBC_CRYPT_H

struct crypt_data {
    int initialized;
    char __room[256];
};

char *crypt(const char *phrase, const char *setting);
char *crypt_r(const char *phrase, const char *setting, struct crypt_data *data);

#endif
