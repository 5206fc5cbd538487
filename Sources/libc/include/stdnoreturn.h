#ifndef _MINICC_LIBC_STDNORETURN_H
#define _MINICC_LIBC_STDNORETURN_H

#define noreturn _Noreturn

#endif
