#ifndef _MINICC_LIBC_SYS_TYPES_H
#define _MINICC_LIBC_SYS_TYPES_H

#include <features.h>
#include <bits/size_t.h>
#include <bits/time_t.h>

typedef long ssize_t;
typedef long off_t;
#ifdef __POSIX_VISIBLE
typedef off_t off64_t;
typedef off_t loff_t;
#endif
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int id_t;
typedef unsigned int mode_t;
typedef unsigned long dev_t;
typedef unsigned long ino_t;
typedef unsigned long nlink_t;
typedef long blksize_t;
typedef long blkcnt_t;
typedef long clock_t;
typedef int clockid_t;
typedef long suseconds_t;
typedef unsigned int useconds_t;
typedef int key_t;
typedef void *timer_t;
typedef unsigned long fsblkcnt_t;
typedef unsigned long fsfilcnt_t;
typedef char *caddr_t;
typedef unsigned int socklen_t;

#ifdef __POSIX_VISIBLE
#include <bits/int_types.h>

typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef unsigned char u_int8_t;
typedef unsigned short u_int16_t;
typedef unsigned int u_int32_t;
typedef unsigned long u_int64_t;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef long quad_t;
typedef unsigned long u_quad_t;
typedef long register_t;

#include <bits/pthread_types.h>
#include <endian.h>
#include <sys/cdefs.h>
#include <sys/select.h>
#endif

#endif
