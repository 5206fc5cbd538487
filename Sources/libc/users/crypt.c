#include <crypt.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

char *crypt(const char *phrase, const char *setting)
{
    (void)phrase;
    (void)setting;
    errno = ENOSYS;
    return NULL;
}

char *crypt_r(const char *phrase, const char *setting, struct crypt_data *data)
{
    (void)data;
    return crypt(phrase, setting);
}

void encrypt(char block[64], int decrypt)
{
    (void)block;
    (void)decrypt;
    errno = ENOSYS;
}

void setkey(const char *key)
{
    (void)key;
    errno = ENOSYS;
}
