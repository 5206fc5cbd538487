/* The calls that led here cannot be read off the stack: frames have no links. */
#ifndef _MINICC_LIBC_EXECINFO_H
#define _MINICC_LIBC_EXECINFO_H

int backtrace(void **addresses, int size);
char **backtrace_symbols(void *const *addresses, int size);
void backtrace_symbols_fd(void *const *addresses, int size, int fd);

#endif
