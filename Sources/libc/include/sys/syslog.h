#ifndef _MINICC_LIBC_SYS_SYSLOG_H
#define _MINICC_LIBC_SYS_SYSLOG_H

#include <syslog.h>

#endif
