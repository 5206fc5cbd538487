#include <netinet/in.h>
#include "../internal/names.h"

/* All machines here are little-endian; the network is not. */
uint16_t __htons(uint16_t value)
{
    return (uint16_t)(value << 8 | value >> 8);
}
PUBLIC_NAME(htons);

uint16_t __ntohs(uint16_t value)
{
    return __htons(value);
}
PUBLIC_NAME(ntohs);

uint32_t __htonl(uint32_t value)
{
    return value << 24 | (value & 0xff00) << 8 | (value >> 8 & 0xff00) | value >> 24;
}
PUBLIC_NAME(htonl);

uint32_t __ntohl(uint32_t value)
{
    return __htonl(value);
}
PUBLIC_NAME(ntohl);
