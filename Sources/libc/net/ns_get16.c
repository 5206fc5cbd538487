#include <arpa/nameser.h>

unsigned int ns_get16(const unsigned char *bytes)
{
    return (unsigned int)bytes[0] << 8 | bytes[1];
}

unsigned long ns_get32(const unsigned char *bytes)
{
    return (unsigned long)bytes[0] << 24 | (unsigned long)bytes[1] << 16 | (unsigned long)bytes[2] << 8 | bytes[3];
}

void ns_put16(unsigned int value, unsigned char *bytes)
{
    bytes[0] = (unsigned char)(value >> 8);
    bytes[1] = (unsigned char)value;
}

void ns_put32(unsigned long value, unsigned char *bytes)
{
    ns_put16((unsigned int)(value >> 16) & 0xffff, bytes);
    ns_put16((unsigned int)value & 0xffff, bytes + 2);
}
