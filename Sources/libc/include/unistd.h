#ifndef _MINICC_LIBC_UNISTD_H
#define _MINICC_LIBC_UNISTD_H

#include <features.h>
#include <bits/null.h>
#include <bits/size_t.h>
#include <bits/configuration.h>
#include <sys/types.h>

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif

#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4

#define _POSIX_VERSION 200809L
#define _POSIX2_VERSION 200809L
#define _XOPEN_VERSION 700

/* What is there: 200809, or 1; -1 for what is not. */
#define _POSIX_ADVISORY_INFO 200809L
#define _POSIX_CHOWN_RESTRICTED 1
#define _POSIX_CLOCK_SELECTION 200809L
#define _POSIX_CPUTIME 200809L
#define _POSIX_FSYNC 200809L
#define _POSIX_IPV6 200809L
#define _POSIX_JOB_CONTROL 1
#define _POSIX_MAPPED_FILES 200809L
#define _POSIX_MEMLOCK 200809L
#define _POSIX_MEMLOCK_RANGE 200809L
#define _POSIX_MEMORY_PROTECTION 200809L
#define _POSIX_MONOTONIC_CLOCK 200809L
#define _POSIX_NO_TRUNC 1
#define _POSIX_PRIORITY_SCHEDULING 200809L
#define _POSIX_RAW_SOCKETS 200809L
#define _POSIX_REALTIME_SIGNALS 200809L
#define _POSIX_REGEXP 1
#define _POSIX_SAVED_IDS 1
#define _POSIX_SHELL 1
#define _POSIX_SPAWN 200809L
#define _POSIX_SYNCHRONIZED_IO 200809L
#define _POSIX_TIMERS 200809L
#define _POSIX_VDISABLE 0
#define _POSIX_ASYNCHRONOUS_IO (-1)
#define _POSIX_BARRIERS (-1)
#define _POSIX_MESSAGE_PASSING (-1)
#define _POSIX_PRIORITIZED_IO (-1)
#define _POSIX_READER_WRITER_LOCKS (-1)
#define _POSIX_SEMAPHORES (-1)
#define _POSIX_SHARED_MEMORY_OBJECTS (-1)
#define _POSIX_SPIN_LOCKS (-1)
#define _POSIX_SPORADIC_SERVER (-1)
#define _POSIX_THREADS (-1)
#define _POSIX_THREAD_ATTR_STACKADDR (-1)
#define _POSIX_THREAD_ATTR_STACKSIZE (-1)
#define _POSIX_THREAD_CPUTIME (-1)
#define _POSIX_THREAD_PRIO_INHERIT (-1)
#define _POSIX_THREAD_PRIO_PROTECT (-1)
#define _POSIX_THREAD_PRIORITY_SCHEDULING (-1)
#define _POSIX_THREAD_PROCESS_SHARED (-1)
#define _POSIX_THREAD_SAFE_FUNCTIONS (-1)
#define _POSIX_THREAD_SPORADIC_SERVER (-1)
#define _POSIX_TIMEOUTS (-1)
#define _POSIX_TYPED_MEMORY_OBJECTS (-1)
#define _POSIX_V6_LP64_OFF64 1
#define _POSIX_V7_LP64_OFF64 1
#define _XOPEN_UNIX 1
#define _XOPEN_ENH_I18N 1

#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3

extern char **environ;
extern char *optarg;
extern int optind;
extern int opterr;
extern int optopt;

ssize_t read(int fd, void *bytes, size_t size);
ssize_t write(int fd, const void *bytes, size_t size);
ssize_t pread(int fd, void *bytes, size_t size, off_t offset);
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset);
int close(int fd);
off_t lseek(int fd, off_t offset, int whence);
int dup(int fd);
int dup2(int fd, int to);
int dup3(int fd, int to, int flags);
int pipe(int ends[2]);
int pipe2(int ends[2], int flags);
int isatty(int fd);
int fsync(int fd);
int fdatasync(int fd);
int ftruncate(int fd, off_t size);
int truncate(const char *path, off_t size);

int access(const char *path, int mode);
int faccessat(int directory, const char *path, int mode, int flags);
int unlink(const char *path);
int unlinkat(int directory, const char *path, int flags);
int rmdir(const char *path);
int link(const char *from, const char *to);
int symlink(const char *target, const char *path);
ssize_t readlink(const char *path, char *target, size_t size);
int chown(const char *path, uid_t user, gid_t group);
int fchown(int fd, uid_t user, gid_t group);
int lchown(const char *path, uid_t user, gid_t group);
int fchownat(int directory, const char *path, uid_t user, gid_t group, int flags);
int linkat(int from_directory, const char *from, int to_directory, const char *to, int flags);
int symlinkat(const char *target, int directory, const char *path);
ssize_t readlinkat(int directory, const char *path, char *target, size_t size);
int lockf(int fd, int command, off_t size);
void sync(void);
long pathconf(const char *path, int name);
long fpathconf(int fd, int name);
int chdir(const char *path);
int fchdir(int fd);
int chroot(const char *path);
char *get_current_dir_name(void);
int eaccess(const char *path, int mode);
int euidaccess(const char *path, int mode);
ssize_t copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t size, unsigned int flags);
int syncfs(int fd);
int close_range(unsigned int first, unsigned int last, int flags);
void closefrom(int first);
char *getcwd(char *path, size_t size);

pid_t fork(void);
pid_t vfork(void);
int execve(const char *path, char *const arguments[], char *const environment[]);
int execv(const char *path, char *const arguments[]);
int execvp(const char *name, char *const arguments[]);
int execvpe(const char *name, char *const arguments[], char *const environment[]);
int execl(const char *path, const char *argument, ...);
int execlp(const char *name, const char *argument, ...);
int execle(const char *path, const char *argument, ...);
int fexecve(int fd, char *const arguments[], char *const environment[]);
__NORETURN void _exit(int status);
int daemon(int keep_directory, int keep_output);
pid_t setpgrp(void);
pid_t getpid(void);
pid_t getppid(void);
pid_t getpgrp(void);
pid_t getpgid(pid_t pid);
int setpgid(pid_t pid, pid_t group);
pid_t setsid(void);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
pid_t getsid(pid_t pid);
pid_t gettid(void);
int setuid(uid_t user);
int seteuid(uid_t user);
int setreuid(uid_t real, uid_t effective);
int setgid(gid_t group);
int setegid(gid_t group);
int setregid(gid_t real, gid_t effective);
int setresuid(uid_t real, uid_t effective, uid_t saved);
int setresgid(gid_t real, gid_t effective, gid_t saved);
int getresuid(uid_t *real, uid_t *effective, uid_t *saved);
int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
int getgroups(int size, gid_t groups[]);
int nice(int increment);
unsigned int sleep(unsigned int seconds);
unsigned int alarm(unsigned int seconds);
int pause(void);
unsigned int ualarm(useconds_t first, useconds_t then);
pid_t tcgetpgrp(int fd);
int tcsetpgrp(int fd, pid_t group);
int usleep(useconds_t microseconds);

int brk(void *end);
void *sbrk(long increment);
long sysconf(int name);
int getpagesize(void);
int getdtablesize(void);
size_t confstr(int name, char *text, size_t size);
int gethostname(char *name, size_t size);
int sethostname(const char *name, size_t size);
int getdomainname(char *name, size_t size);
int setdomainname(const char *name, size_t size);
long gethostid(void);
int acct(const char *path);
int vhangup(void);
char *getusershell(void);
void setusershell(void);
void endusershell(void);
char *getpass(const char *prompt);
char *crypt(const char *phrase, const char *setting);
void encrypt(char block[64], int decrypt);
int issetugid(void);
int getlogin_r(char *name, size_t size);
int getopt(int count, char *const arguments[], const char *options);
#if !defined(__STRICT_ANSI__) || __STDC_VERSION__ >= 199901L
/* It always takes six words; the macro brings those that a call leaves out. */
long syscall(long number, ...);
#define syscall(...) syscall(__VA_ARGS__, 0L, 0L, 0L, 0L, 0L, 0L)
#endif
int getentropy(void *bytes, size_t size);
char *ttyname(int fd);
int ttyname_r(int fd, char *name, size_t size);
char *ctermid(char *name);
char *getlogin(void);
void swab(const void *from, void *to, ssize_t size);

/* Names of the seed's first library. */
long _read(int fd, void *bytes, size_t size);
long _write(int fd, const void *bytes, size_t size);
int _open3(const char *path, int flags, int mode);

#endif
