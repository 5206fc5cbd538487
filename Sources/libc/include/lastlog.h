#ifndef _MINICC_LIBC_LASTLOG_H
#define _MINICC_LIBC_LASTLOG_H

#include <utmp.h>

#endif
