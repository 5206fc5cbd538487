/*
 * The system calls: name, number on amd64, number on the machines with the generic list (9999: not there),
 * how many arguments the trace shows.
 */
#ifndef CALLS_H
#define CALLS_H

#include "types.h"
#include "machine.h"

#define SYSTEM_CALLS(X) \
    X(read, 0, 63, 3) X(write, 1, 64, 3) X(open, 2, 9999, 3) X(close, 3, 57, 1) X(stat, 4, 9999, 2) X(fstat, 5, 80, 2) \
    X(lstat, 6, 9999, 2) X(poll, 7, 9999, 3) X(lseek, 8, 62, 3) X(mmap, 9, 222, 6) X(mprotect, 10, 226, 3) \
    X(munmap, 11, 215, 2) X(brk, 12, 214, 1) X(rt_sigaction, 13, 134, 4) X(rt_sigprocmask, 14, 135, 4) \
    X(rt_sigreturn, 15, 139, 0) X(ioctl, 16, 29, 3) X(pread64, 17, 67, 4) X(pwrite64, 18, 68, 4) X(readv, 19, 65, 3) \
    X(writev, 20, 66, 3) X(access, 21, 9999, 2) X(pipe, 22, 9999, 1) X(select, 23, 9999, 5) X(sched_yield, 24, 124, 0) \
    X(mremap, 25, 216, 5) X(msync, 26, 227, 3) X(mincore, 27, 232, 3) X(mlock, 149, 228, 2) X(munlock, 150, 229, 2) X(mlockall, 151, 230, 1) X(munlockall, 152, 231, 0) X(mlock2, 325, 284, 3) X(madvise, 28, 233, 3) X(memfd_create, 319, 279, 2) X(dup, 32, 23, 1) X(dup2, 33, 9999, 2) \
    X(pause, 34, 9999, 0) X(nanosleep, 35, 101, 2) X(getitimer, 36, 102, 2) X(alarm, 37, 9999, 1) X(setitimer, 38, 103, 3) \
    X(getpid, 39, 172, 0) X(sendfile, 40, 71, 4) X(clone, 56, 220, 5) X(fork, 57, 9999, 0) X(vfork, 58, 9999, 0) \
    X(execve, 59, 221, 3) X(exit, 60, 93, 1) X(wait4, 61, 260, 4) X(kill, 62, 129, 2) X(uname, 63, 160, 1) \
    X(fcntl, 72, 25, 3) X(flock, 73, 32, 2) X(fsync, 74, 82, 1) X(fdatasync, 75, 83, 1) X(truncate, 76, 45, 2) \
    X(ftruncate, 77, 46, 2) X(getcwd, 79, 17, 2) X(chdir, 80, 49, 1) X(fchdir, 81, 50, 1) X(rename, 82, 9999, 2) \
    X(mkdir, 83, 9999, 2) X(rmdir, 84, 9999, 1) X(creat, 85, 9999, 2) X(link, 86, 9999, 2) X(unlink, 87, 9999, 1) \
    X(symlink, 88, 9999, 2) X(readlink, 89, 9999, 3) X(chmod, 90, 9999, 2) X(fchmod, 91, 52, 2) X(chown, 92, 9999, 3) \
    X(fchown, 93, 55, 3) X(lchown, 94, 9999, 3) X(umask, 95, 166, 1) X(gettimeofday, 96, 169, 2) X(getrlimit, 97, 163, 2) \
    X(getrusage, 98, 165, 2) X(sysinfo, 99, 179, 1) X(times, 100, 153, 1) X(getuid, 102, 174, 0) X(syslog, 103, 116, 3) \
    X(getgid, 104, 176, 0) X(setuid, 105, 146, 1) X(setgid, 106, 144, 1) X(geteuid, 107, 175, 0) X(getegid, 108, 177, 0) \
    X(setpgid, 109, 154, 2) X(getppid, 110, 173, 0) X(getpgrp, 111, 9999, 0) X(setsid, 112, 157, 0) \
    X(setreuid, 113, 145, 2) X(setregid, 114, 143, 2) X(getgroups, 115, 158, 2) X(setgroups, 116, 159, 2) \
    X(setresuid, 117, 147, 3) X(getresuid, 118, 148, 3) X(setresgid, 119, 149, 3) X(getresgid, 120, 150, 3) \
    X(getpgid, 121, 155, 1) X(getsid, 124, 156, 1) X(rt_sigpending, 127, 136, 2) X(rt_sigtimedwait, 128, 137, 4) \
    X(rt_sigsuspend, 130, 133, 2) X(sigaltstack, 131, 132, 2) X(mknod, 133, 9999, 3) X(mknodat, 259, 33, 4) X(statfs, 137, 43, 2) X(fstatfs, 138, 44, 2) \
    X(getpriority, 140, 141, 2) X(setpriority, 141, 140, 3) X(prctl, 157, 167, 5) X(setrlimit, 160, 164, 2) X(sync, 162, 81, 0) \
    X(reboot, 169, 142, 4) X(gettid, 186, 178, 0) X(tkill, 200, 130, 2) X(time, 201, 9999, 1) X(futex, 202, 98, 6) \
    X(sched_getaffinity, 204, 123, 3) X(getdents64, 217, 61, 3) X(set_tid_address, 218, 96, 1) X(clock_gettime, 228, 113, 2) \
    X(clock_getres, 229, 114, 2) X(clock_nanosleep, 230, 115, 4) X(exit_group, 231, 94, 1) X(tgkill, 234, 131, 3) \
    X(waitid, 247, 95, 5) X(openat, 257, 56, 4) X(mkdirat, 258, 34, 3) X(fchownat, 260, 54, 5) X(newfstatat, 262, 79, 4) \
    X(unlinkat, 263, 35, 3) X(renameat, 264, 38, 4) X(linkat, 265, 37, 5) X(symlinkat, 266, 36, 3) X(readlinkat, 267, 78, 4) \
    X(fchmodat, 268, 53, 3) X(faccessat, 269, 48, 3) X(pselect6, 270, 72, 6) X(ppoll, 271, 73, 5) \
    X(set_robust_list, 273, 99, 2) X(get_robust_list, 274, 100, 3) X(utimensat, 280, 88, 4) X(dup3, 292, 24, 3) X(pipe2, 293, 59, 2) X(preadv, 295, 69, 4) \
    X(pwritev, 296, 70, 4) X(prlimit64, 302, 261, 4) X(getcpu, 309, 168, 3) X(renameat2, 316, 276, 5) X(getrandom, 318, 278, 3) \
    X(copy_file_range, 326, 285, 6) X(statx, 332, 291, 5) X(faccessat2, 439, 439, 4) X(clone3, 435, 435, 2) \
    X(openat2, 437, 437, 4) X(execveat, 322, 281, 5) X(unshare, 272, 97, 1) X(sched_rr_get_interval, 148, 127, 2) \
    X(sched_setattr, 314, 274, 3) X(sched_getattr, 315, 275, 4) X(clock_settime, 227, 112, 2) X(settimeofday, 164, 170, 2) X(epoll_pwait2, 441, 441, 6) \
    X(utime, 132, 9999, 2) X(utimes, 235, 9999, 2) X(futimesat, 261, 9999, 3) X(pidfd_send_signal, 424, 424, 4) X(pidfd_open, 434, 434, 2) X(pidfd_getfd, 438, 438, 3) \
    X(splice, 275, 76, 6) X(tee, 276, 77, 4) X(vmsplice, 278, 75, 4) X(inotify_init, 253, 9999, 0) X(inotify_init1, 294, 26, 1) X(inotify_add_watch, 254, 27, 3) X(inotify_rm_watch, 255, 28, 2) \
    X(membarrier, 324, 283, 3) X(epoll_create, 213, 9999, 1) X(epoll_create1, 291, 20, 1) \
    X(signalfd, 282, 9999, 3) X(timerfd_create, 283, 85, 2) X(eventfd, 284, 9999, 1) X(timerfd_settime, 286, 86, 4) X(timerfd_gettime, 287, 87, 2) \
    X(signalfd4, 289, 74, 4) X(eventfd2, 290, 19, 2) \
    X(epoll_ctl, 233, 21, 4) X(epoll_wait, 232, 9999, 4) X(epoll_pwait, 281, 22, 6) X(sched_setaffinity, 203, 122, 3) X(rt_sigqueueinfo, 129, 138, 3) X(rt_tgsigqueueinfo, 297, 240, 4) \
    X(readahead, 187, 213, 3) X(setxattr, 188, 5, 5) X(lsetxattr, 189, 6, 5) X(fsetxattr, 190, 7, 5) X(getxattr, 191, 8, 4) X(lgetxattr, 192, 9, 4) \
    X(fgetxattr, 193, 10, 4) X(listxattr, 194, 11, 3) X(llistxattr, 195, 12, 3) X(flistxattr, 196, 13, 3) X(removexattr, 197, 14, 2) \
    X(lremovexattr, 198, 15, 2) X(fremovexattr, 199, 16, 2) X(fadvise64, 221, 223, 4) X(sync_file_range, 277, 84, 4) X(fallocate, 285, 47, 4) \
    X(syncfs, 306, 267, 1) X(preadv2, 327, 286, 6) X(pwritev2, 328, 287, 6) X(close_range, 436, 436, 3) X(vhangup, 153, 58, 0) \
    X(sethostname, 170, 161, 2) X(setdomainname, 171, 162, 2) \
    X(chroot, 161, 51, 1) X(mount, 165, 40, 5) X(umount2, 166, 39, 2) X(timer_create, 222, 107, 3) X(timer_settime, 223, 110, 4) X(timer_gettime, 224, 108, 2) X(timer_getoverrun, 225, 109, 1) \
    X(timer_delete, 226, 111, 1) X(name_to_handle_at, 303, 264, 5) X(personality, 135, 92, 1) X(setfsuid, 122, 151, 1) X(setfsgid, 123, 152, 1) X(capget, 125, 90, 2) X(capset, 126, 91, 2) X(sched_setparam, 142, 118, 2) \
    X(sched_getparam, 143, 121, 2) X(sched_setscheduler, 144, 119, 3) X(sched_getscheduler, 145, 120, 1) \
    X(socket, 41, 198, 3) X(connect, 42, 203, 3) X(accept, 43, 202, 3) X(sendto, 44, 206, 6) X(recvfrom, 45, 207, 6) X(sendmsg, 46, 211, 3) \
    X(recvmsg, 47, 212, 3) X(shutdown, 48, 210, 2) X(bind, 49, 200, 3) X(listen, 50, 201, 2) X(getsockname, 51, 204, 3) \
    X(getpeername, 52, 205, 3) X(socketpair, 53, 199, 4) X(setsockopt, 54, 208, 5) X(getsockopt, 55, 209, 5) X(accept4, 288, 242, 4) \
    X(recvmmsg, 299, 243, 5) X(sendmmsg, 307, 269, 4) \
    X(sched_get_priority_max, 146, 125, 1) X(sched_get_priority_min, 147, 126, 1) X(ioprio_set, 251, 30, 3) X(ioprio_get, 252, 31, 2)

#define CALL_CONSTANT(name, amd64, generic, arguments) CALL_ ## name = CALL_NUMBER(amd64, generic),
enum { SYSTEM_CALLS(CALL_CONSTANT) CALL_NONE = 9999 };
#undef CALL_CONSTANT

#endif
