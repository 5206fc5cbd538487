#include <arpa/nameser.h>
#include "../internal/names.h"

unsigned int __ns_get16(const unsigned char *bytes)
{
    return (unsigned int)bytes[0] << 8 | bytes[1];
}
PUBLIC_NAME(ns_get16);

unsigned long __ns_get32(const unsigned char *bytes)
{
    return (unsigned long)bytes[0] << 24 | (unsigned long)bytes[1] << 16 | (unsigned long)bytes[2] << 8 | bytes[3];
}
PUBLIC_NAME(ns_get32);

void __ns_put16(unsigned int value, unsigned char *bytes)
{
    bytes[0] = (unsigned char)(value >> 8);
    bytes[1] = (unsigned char)value;
}
PUBLIC_NAME(ns_put16);

void __ns_put32(unsigned long value, unsigned char *bytes)
{
    __ns_put16((unsigned int)(value >> 16) & 0xffff, bytes);
    __ns_put16((unsigned int)value & 0xffff, bytes + 2);
}
PUBLIC_NAME(ns_put32);
