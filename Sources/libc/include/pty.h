/* Pseudo-terminals. */
#ifndef _MINICC_LIBC_PTY_H
#define _MINICC_LIBC_PTY_H

#include <sys/ioctl.h>
#include <termios.h>

/* The two ends of a new one. name, settings and size may be NULL. */
int openpty(int *controller, int *terminal, char *name, const struct termios *settings, const struct winsize *size);
/* A child whose terminal is a new one. */
pid_t forkpty(int *controller, char *name, const struct termios *settings, const struct winsize *size);
/* Makes a terminal that of this process: standard streams and session. */
int login_tty(int terminal);

#endif
