#ifndef CHAIN_SHA256_H
#define CHAIN_SHA256_H

#include <stddef.h>

/* The SHA-256 sum as 64 hexadecimal digits and a terminating zero. */
void sha256(const unsigned char *bytes, size_t size, char text[65]);

#endif
