#include <netinet/in.h>

/* All machines here are little-endian; the network is not. */
uint16_t htons(uint16_t value)
{
    return (uint16_t)(value << 8 | value >> 8);
}

uint16_t ntohs(uint16_t value)
{
    return htons(value);
}

uint32_t htonl(uint32_t value)
{
    return value << 24 | (value & 0xff00) << 8 | (value >> 8 & 0xff00) | value >> 24;
}

uint32_t ntohl(uint32_t value)
{
    return htonl(value);
}
