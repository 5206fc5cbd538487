/* Linux's numbers of system calls. amd64 has a table of its own; aarch64 and riscv64 share one. Where the machine is not
   known a number holds both, and syscall() takes the one of the machine that the program was linked for; calls that only
   some machines have are defined only for those. */
#ifndef _MINICC_LIBC_ASM_UNISTD_H
#define _MINICC_LIBC_ASM_UNISTD_H

#if defined(__x86_64__)
#define __SYSTEM_CALL(amd64, generic) amd64
#elif defined(__aarch64__) || defined(__riscv)
#define __SYSTEM_CALL(amd64, generic) generic
#else
#define __SYSTEM_CALL(amd64, generic) (__SYSTEM_CALL_PORTABLE | (amd64) << 12 | (generic))
#endif
#define __SYSTEM_CALL_PORTABLE 0x20000000

#define __NR_io_setup __SYSTEM_CALL(206, 0)
#define __NR_io_destroy __SYSTEM_CALL(207, 1)
#define __NR_io_submit __SYSTEM_CALL(209, 2)
#define __NR_io_cancel __SYSTEM_CALL(210, 3)
#define __NR_io_getevents __SYSTEM_CALL(208, 4)
#define __NR_setxattr __SYSTEM_CALL(188, 5)
#define __NR_lsetxattr __SYSTEM_CALL(189, 6)
#define __NR_fsetxattr __SYSTEM_CALL(190, 7)
#define __NR_getxattr __SYSTEM_CALL(191, 8)
#define __NR_lgetxattr __SYSTEM_CALL(192, 9)
#define __NR_fgetxattr __SYSTEM_CALL(193, 10)
#define __NR_listxattr __SYSTEM_CALL(194, 11)
#define __NR_llistxattr __SYSTEM_CALL(195, 12)
#define __NR_flistxattr __SYSTEM_CALL(196, 13)
#define __NR_removexattr __SYSTEM_CALL(197, 14)
#define __NR_lremovexattr __SYSTEM_CALL(198, 15)
#define __NR_fremovexattr __SYSTEM_CALL(199, 16)
#define __NR_getcwd __SYSTEM_CALL(79, 17)
#define __NR_lookup_dcookie __SYSTEM_CALL(212, 18)
#define __NR_eventfd2 __SYSTEM_CALL(290, 19)
#define __NR_epoll_create1 __SYSTEM_CALL(291, 20)
#define __NR_epoll_ctl __SYSTEM_CALL(233, 21)
#define __NR_epoll_pwait __SYSTEM_CALL(281, 22)
#define __NR_dup __SYSTEM_CALL(32, 23)
#define __NR_dup3 __SYSTEM_CALL(292, 24)
#define __NR_fcntl __SYSTEM_CALL(72, 25)
#define __NR_inotify_init1 __SYSTEM_CALL(294, 26)
#define __NR_inotify_add_watch __SYSTEM_CALL(254, 27)
#define __NR_inotify_rm_watch __SYSTEM_CALL(255, 28)
#define __NR_ioctl __SYSTEM_CALL(16, 29)
#define __NR_ioprio_set __SYSTEM_CALL(251, 30)
#define __NR_ioprio_get __SYSTEM_CALL(252, 31)
#define __NR_flock __SYSTEM_CALL(73, 32)
#define __NR_mknodat __SYSTEM_CALL(259, 33)
#define __NR_mkdirat __SYSTEM_CALL(258, 34)
#define __NR_unlinkat __SYSTEM_CALL(263, 35)
#define __NR_symlinkat __SYSTEM_CALL(266, 36)
#define __NR_linkat __SYSTEM_CALL(265, 37)
#define __NR_umount2 __SYSTEM_CALL(166, 39)
#define __NR_mount __SYSTEM_CALL(165, 40)
#define __NR_pivot_root __SYSTEM_CALL(155, 41)
#define __NR_nfsservctl __SYSTEM_CALL(180, 42)
#define __NR_statfs __SYSTEM_CALL(137, 43)
#define __NR_fstatfs __SYSTEM_CALL(138, 44)
#define __NR_truncate __SYSTEM_CALL(76, 45)
#define __NR_ftruncate __SYSTEM_CALL(77, 46)
#define __NR_fallocate __SYSTEM_CALL(285, 47)
#define __NR_faccessat __SYSTEM_CALL(269, 48)
#define __NR_chdir __SYSTEM_CALL(80, 49)
#define __NR_fchdir __SYSTEM_CALL(81, 50)
#define __NR_chroot __SYSTEM_CALL(161, 51)
#define __NR_fchmod __SYSTEM_CALL(91, 52)
#define __NR_fchmodat __SYSTEM_CALL(268, 53)
#define __NR_fchownat __SYSTEM_CALL(260, 54)
#define __NR_fchown __SYSTEM_CALL(93, 55)
#define __NR_openat __SYSTEM_CALL(257, 56)
#define __NR_close __SYSTEM_CALL(3, 57)
#define __NR_vhangup __SYSTEM_CALL(153, 58)
#define __NR_pipe2 __SYSTEM_CALL(293, 59)
#define __NR_quotactl __SYSTEM_CALL(179, 60)
#define __NR_getdents64 __SYSTEM_CALL(217, 61)
#define __NR_lseek __SYSTEM_CALL(8, 62)
#define __NR_read __SYSTEM_CALL(0, 63)
#define __NR_write __SYSTEM_CALL(1, 64)
#define __NR_readv __SYSTEM_CALL(19, 65)
#define __NR_writev __SYSTEM_CALL(20, 66)
#define __NR_pread64 __SYSTEM_CALL(17, 67)
#define __NR_pwrite64 __SYSTEM_CALL(18, 68)
#define __NR_preadv __SYSTEM_CALL(295, 69)
#define __NR_pwritev __SYSTEM_CALL(296, 70)
#define __NR_sendfile __SYSTEM_CALL(40, 71)
#define __NR_pselect6 __SYSTEM_CALL(270, 72)
#define __NR_ppoll __SYSTEM_CALL(271, 73)
#define __NR_signalfd4 __SYSTEM_CALL(289, 74)
#define __NR_vmsplice __SYSTEM_CALL(278, 75)
#define __NR_splice __SYSTEM_CALL(275, 76)
#define __NR_tee __SYSTEM_CALL(276, 77)
#define __NR_readlinkat __SYSTEM_CALL(267, 78)
#define __NR_newfstatat __SYSTEM_CALL(262, 79)
#define __NR_fstat __SYSTEM_CALL(5, 80)
#define __NR_sync __SYSTEM_CALL(162, 81)
#define __NR_fsync __SYSTEM_CALL(74, 82)
#define __NR_fdatasync __SYSTEM_CALL(75, 83)
#define __NR_sync_file_range __SYSTEM_CALL(277, 84)
#define __NR_timerfd_create __SYSTEM_CALL(283, 85)
#define __NR_timerfd_settime __SYSTEM_CALL(286, 86)
#define __NR_timerfd_gettime __SYSTEM_CALL(287, 87)
#define __NR_utimensat __SYSTEM_CALL(280, 88)
#define __NR_acct __SYSTEM_CALL(163, 89)
#define __NR_capget __SYSTEM_CALL(125, 90)
#define __NR_capset __SYSTEM_CALL(126, 91)
#define __NR_personality __SYSTEM_CALL(135, 92)
#define __NR_exit __SYSTEM_CALL(60, 93)
#define __NR_exit_group __SYSTEM_CALL(231, 94)
#define __NR_waitid __SYSTEM_CALL(247, 95)
#define __NR_set_tid_address __SYSTEM_CALL(218, 96)
#define __NR_unshare __SYSTEM_CALL(272, 97)
#define __NR_futex __SYSTEM_CALL(202, 98)
#define __NR_set_robust_list __SYSTEM_CALL(273, 99)
#define __NR_get_robust_list __SYSTEM_CALL(274, 100)
#define __NR_nanosleep __SYSTEM_CALL(35, 101)
#define __NR_getitimer __SYSTEM_CALL(36, 102)
#define __NR_setitimer __SYSTEM_CALL(38, 103)
#define __NR_kexec_load __SYSTEM_CALL(246, 104)
#define __NR_init_module __SYSTEM_CALL(175, 105)
#define __NR_delete_module __SYSTEM_CALL(176, 106)
#define __NR_timer_create __SYSTEM_CALL(222, 107)
#define __NR_timer_gettime __SYSTEM_CALL(224, 108)
#define __NR_timer_getoverrun __SYSTEM_CALL(225, 109)
#define __NR_timer_settime __SYSTEM_CALL(223, 110)
#define __NR_timer_delete __SYSTEM_CALL(226, 111)
#define __NR_clock_settime __SYSTEM_CALL(227, 112)
#define __NR_clock_gettime __SYSTEM_CALL(228, 113)
#define __NR_clock_getres __SYSTEM_CALL(229, 114)
#define __NR_clock_nanosleep __SYSTEM_CALL(230, 115)
#define __NR_syslog __SYSTEM_CALL(103, 116)
#define __NR_ptrace __SYSTEM_CALL(101, 117)
#define __NR_sched_setparam __SYSTEM_CALL(142, 118)
#define __NR_sched_setscheduler __SYSTEM_CALL(144, 119)
#define __NR_sched_getscheduler __SYSTEM_CALL(145, 120)
#define __NR_sched_getparam __SYSTEM_CALL(143, 121)
#define __NR_sched_setaffinity __SYSTEM_CALL(203, 122)
#define __NR_sched_getaffinity __SYSTEM_CALL(204, 123)
#define __NR_sched_yield __SYSTEM_CALL(24, 124)
#define __NR_sched_get_priority_max __SYSTEM_CALL(146, 125)
#define __NR_sched_get_priority_min __SYSTEM_CALL(147, 126)
#define __NR_sched_rr_get_interval __SYSTEM_CALL(148, 127)
#define __NR_restart_syscall __SYSTEM_CALL(219, 128)
#define __NR_kill __SYSTEM_CALL(62, 129)
#define __NR_tkill __SYSTEM_CALL(200, 130)
#define __NR_tgkill __SYSTEM_CALL(234, 131)
#define __NR_sigaltstack __SYSTEM_CALL(131, 132)
#define __NR_rt_sigsuspend __SYSTEM_CALL(130, 133)
#define __NR_rt_sigaction __SYSTEM_CALL(13, 134)
#define __NR_rt_sigprocmask __SYSTEM_CALL(14, 135)
#define __NR_rt_sigpending __SYSTEM_CALL(127, 136)
#define __NR_rt_sigtimedwait __SYSTEM_CALL(128, 137)
#define __NR_rt_sigqueueinfo __SYSTEM_CALL(129, 138)
#define __NR_rt_sigreturn __SYSTEM_CALL(15, 139)
#define __NR_setpriority __SYSTEM_CALL(141, 140)
#define __NR_getpriority __SYSTEM_CALL(140, 141)
#define __NR_reboot __SYSTEM_CALL(169, 142)
#define __NR_setregid __SYSTEM_CALL(114, 143)
#define __NR_setgid __SYSTEM_CALL(106, 144)
#define __NR_setreuid __SYSTEM_CALL(113, 145)
#define __NR_setuid __SYSTEM_CALL(105, 146)
#define __NR_setresuid __SYSTEM_CALL(117, 147)
#define __NR_getresuid __SYSTEM_CALL(118, 148)
#define __NR_setresgid __SYSTEM_CALL(119, 149)
#define __NR_getresgid __SYSTEM_CALL(120, 150)
#define __NR_setfsuid __SYSTEM_CALL(122, 151)
#define __NR_setfsgid __SYSTEM_CALL(123, 152)
#define __NR_times __SYSTEM_CALL(100, 153)
#define __NR_setpgid __SYSTEM_CALL(109, 154)
#define __NR_getpgid __SYSTEM_CALL(121, 155)
#define __NR_getsid __SYSTEM_CALL(124, 156)
#define __NR_setsid __SYSTEM_CALL(112, 157)
#define __NR_getgroups __SYSTEM_CALL(115, 158)
#define __NR_setgroups __SYSTEM_CALL(116, 159)
#define __NR_uname __SYSTEM_CALL(63, 160)
#define __NR_sethostname __SYSTEM_CALL(170, 161)
#define __NR_setdomainname __SYSTEM_CALL(171, 162)
#define __NR_getrusage __SYSTEM_CALL(98, 165)
#define __NR_umask __SYSTEM_CALL(95, 166)
#define __NR_prctl __SYSTEM_CALL(157, 167)
#define __NR_getcpu __SYSTEM_CALL(309, 168)
#define __NR_gettimeofday __SYSTEM_CALL(96, 169)
#define __NR_settimeofday __SYSTEM_CALL(164, 170)
#define __NR_adjtimex __SYSTEM_CALL(159, 171)
#define __NR_getpid __SYSTEM_CALL(39, 172)
#define __NR_getppid __SYSTEM_CALL(110, 173)
#define __NR_getuid __SYSTEM_CALL(102, 174)
#define __NR_geteuid __SYSTEM_CALL(107, 175)
#define __NR_getgid __SYSTEM_CALL(104, 176)
#define __NR_getegid __SYSTEM_CALL(108, 177)
#define __NR_gettid __SYSTEM_CALL(186, 178)
#define __NR_sysinfo __SYSTEM_CALL(99, 179)
#define __NR_mq_open __SYSTEM_CALL(240, 180)
#define __NR_mq_unlink __SYSTEM_CALL(241, 181)
#define __NR_mq_timedsend __SYSTEM_CALL(242, 182)
#define __NR_mq_timedreceive __SYSTEM_CALL(243, 183)
#define __NR_mq_notify __SYSTEM_CALL(244, 184)
#define __NR_mq_getsetattr __SYSTEM_CALL(245, 185)
#define __NR_msgget __SYSTEM_CALL(68, 186)
#define __NR_msgctl __SYSTEM_CALL(71, 187)
#define __NR_msgrcv __SYSTEM_CALL(70, 188)
#define __NR_msgsnd __SYSTEM_CALL(69, 189)
#define __NR_semget __SYSTEM_CALL(64, 190)
#define __NR_semctl __SYSTEM_CALL(66, 191)
#define __NR_semtimedop __SYSTEM_CALL(220, 192)
#define __NR_semop __SYSTEM_CALL(65, 193)
#define __NR_shmget __SYSTEM_CALL(29, 194)
#define __NR_shmctl __SYSTEM_CALL(31, 195)
#define __NR_shmat __SYSTEM_CALL(30, 196)
#define __NR_shmdt __SYSTEM_CALL(67, 197)
#define __NR_socket __SYSTEM_CALL(41, 198)
#define __NR_socketpair __SYSTEM_CALL(53, 199)
#define __NR_bind __SYSTEM_CALL(49, 200)
#define __NR_listen __SYSTEM_CALL(50, 201)
#define __NR_accept __SYSTEM_CALL(43, 202)
#define __NR_connect __SYSTEM_CALL(42, 203)
#define __NR_getsockname __SYSTEM_CALL(51, 204)
#define __NR_getpeername __SYSTEM_CALL(52, 205)
#define __NR_sendto __SYSTEM_CALL(44, 206)
#define __NR_recvfrom __SYSTEM_CALL(45, 207)
#define __NR_setsockopt __SYSTEM_CALL(54, 208)
#define __NR_getsockopt __SYSTEM_CALL(55, 209)
#define __NR_shutdown __SYSTEM_CALL(48, 210)
#define __NR_sendmsg __SYSTEM_CALL(46, 211)
#define __NR_recvmsg __SYSTEM_CALL(47, 212)
#define __NR_readahead __SYSTEM_CALL(187, 213)
#define __NR_brk __SYSTEM_CALL(12, 214)
#define __NR_munmap __SYSTEM_CALL(11, 215)
#define __NR_mremap __SYSTEM_CALL(25, 216)
#define __NR_add_key __SYSTEM_CALL(248, 217)
#define __NR_request_key __SYSTEM_CALL(249, 218)
#define __NR_keyctl __SYSTEM_CALL(250, 219)
#define __NR_clone __SYSTEM_CALL(56, 220)
#define __NR_execve __SYSTEM_CALL(59, 221)
#define __NR_mmap __SYSTEM_CALL(9, 222)
#define __NR_fadvise64 __SYSTEM_CALL(221, 223)
#define __NR_swapon __SYSTEM_CALL(167, 224)
#define __NR_swapoff __SYSTEM_CALL(168, 225)
#define __NR_mprotect __SYSTEM_CALL(10, 226)
#define __NR_msync __SYSTEM_CALL(26, 227)
#define __NR_mlock __SYSTEM_CALL(149, 228)
#define __NR_munlock __SYSTEM_CALL(150, 229)
#define __NR_mlockall __SYSTEM_CALL(151, 230)
#define __NR_munlockall __SYSTEM_CALL(152, 231)
#define __NR_mincore __SYSTEM_CALL(27, 232)
#define __NR_madvise __SYSTEM_CALL(28, 233)
#define __NR_remap_file_pages __SYSTEM_CALL(216, 234)
#define __NR_mbind __SYSTEM_CALL(237, 235)
#define __NR_get_mempolicy __SYSTEM_CALL(239, 236)
#define __NR_set_mempolicy __SYSTEM_CALL(238, 237)
#define __NR_migrate_pages __SYSTEM_CALL(256, 238)
#define __NR_move_pages __SYSTEM_CALL(279, 239)
#define __NR_rt_tgsigqueueinfo __SYSTEM_CALL(297, 240)
#define __NR_perf_event_open __SYSTEM_CALL(298, 241)
#define __NR_accept4 __SYSTEM_CALL(288, 242)
#define __NR_recvmmsg __SYSTEM_CALL(299, 243)
#define __NR_wait4 __SYSTEM_CALL(61, 260)
#define __NR_prlimit64 __SYSTEM_CALL(302, 261)
#define __NR_fanotify_init __SYSTEM_CALL(300, 262)
#define __NR_fanotify_mark __SYSTEM_CALL(301, 263)
#define __NR_name_to_handle_at __SYSTEM_CALL(303, 264)
#define __NR_open_by_handle_at __SYSTEM_CALL(304, 265)
#define __NR_clock_adjtime __SYSTEM_CALL(305, 266)
#define __NR_syncfs __SYSTEM_CALL(306, 267)
#define __NR_setns __SYSTEM_CALL(308, 268)
#define __NR_sendmmsg __SYSTEM_CALL(307, 269)
#define __NR_process_vm_readv __SYSTEM_CALL(310, 270)
#define __NR_process_vm_writev __SYSTEM_CALL(311, 271)
#define __NR_kcmp __SYSTEM_CALL(312, 272)
#define __NR_finit_module __SYSTEM_CALL(313, 273)
#define __NR_sched_setattr __SYSTEM_CALL(314, 274)
#define __NR_sched_getattr __SYSTEM_CALL(315, 275)
#define __NR_renameat2 __SYSTEM_CALL(316, 276)
#define __NR_seccomp __SYSTEM_CALL(317, 277)
#define __NR_getrandom __SYSTEM_CALL(318, 278)
#define __NR_memfd_create __SYSTEM_CALL(319, 279)
#define __NR_bpf __SYSTEM_CALL(321, 280)
#define __NR_execveat __SYSTEM_CALL(322, 281)
#define __NR_userfaultfd __SYSTEM_CALL(323, 282)
#define __NR_membarrier __SYSTEM_CALL(324, 283)
#define __NR_mlock2 __SYSTEM_CALL(325, 284)
#define __NR_copy_file_range __SYSTEM_CALL(326, 285)
#define __NR_preadv2 __SYSTEM_CALL(327, 286)
#define __NR_pwritev2 __SYSTEM_CALL(328, 287)
#define __NR_pkey_mprotect __SYSTEM_CALL(329, 288)
#define __NR_pkey_alloc __SYSTEM_CALL(330, 289)
#define __NR_pkey_free __SYSTEM_CALL(331, 290)
#define __NR_statx __SYSTEM_CALL(332, 291)
#define __NR_io_pgetevents __SYSTEM_CALL(333, 292)
#define __NR_rseq __SYSTEM_CALL(334, 293)
#define __NR_kexec_file_load __SYSTEM_CALL(320, 294)
#define __NR_pidfd_send_signal __SYSTEM_CALL(424, 424)
#define __NR_io_uring_setup __SYSTEM_CALL(425, 425)
#define __NR_io_uring_enter __SYSTEM_CALL(426, 426)
#define __NR_io_uring_register __SYSTEM_CALL(427, 427)
#define __NR_open_tree __SYSTEM_CALL(428, 428)
#define __NR_move_mount __SYSTEM_CALL(429, 429)
#define __NR_fsopen __SYSTEM_CALL(430, 430)
#define __NR_fsconfig __SYSTEM_CALL(431, 431)
#define __NR_fsmount __SYSTEM_CALL(432, 432)
#define __NR_fspick __SYSTEM_CALL(433, 433)
#define __NR_pidfd_open __SYSTEM_CALL(434, 434)
#define __NR_clone3 __SYSTEM_CALL(435, 435)
#define __NR_close_range __SYSTEM_CALL(436, 436)
#define __NR_openat2 __SYSTEM_CALL(437, 437)
#define __NR_pidfd_getfd __SYSTEM_CALL(438, 438)
#define __NR_faccessat2 __SYSTEM_CALL(439, 439)
#define __NR_process_madvise __SYSTEM_CALL(440, 440)
#define __NR_epoll_pwait2 __SYSTEM_CALL(441, 441)
#define __NR_mount_setattr __SYSTEM_CALL(442, 442)
#define __NR_quotactl_fd __SYSTEM_CALL(443, 443)
#define __NR_landlock_create_ruleset __SYSTEM_CALL(444, 444)
#define __NR_landlock_add_rule __SYSTEM_CALL(445, 445)
#define __NR_landlock_restrict_self __SYSTEM_CALL(446, 446)
#define __NR_memfd_secret __SYSTEM_CALL(447, 447)
#define __NR_process_mrelease __SYSTEM_CALL(448, 448)
#define __NR_futex_waitv __SYSTEM_CALL(449, 449)
#define __NR_set_mempolicy_home_node __SYSTEM_CALL(450, 450)

#if defined(__x86_64__)
#define __NR_open 2
#define __NR_stat 4
#define __NR_lstat 6
#define __NR_poll 7
#define __NR_access 21
#define __NR_pipe 22
#define __NR_select 23
#define __NR_dup2 33
#define __NR_pause 34
#define __NR_alarm 37
#define __NR_fork 57
#define __NR_vfork 58
#define __NR_getdents 78
#define __NR_rename 82
#define __NR_mkdir 83
#define __NR_rmdir 84
#define __NR_creat 85
#define __NR_link 86
#define __NR_unlink 87
#define __NR_symlink 88
#define __NR_readlink 89
#define __NR_chmod 90
#define __NR_chown 92
#define __NR_lchown 94
#define __NR_getrlimit 97
#define __NR_getpgrp 111
#define __NR_utime 132
#define __NR_mknod 133
#define __NR_uselib 134
#define __NR_ustat 136
#define __NR_sysfs 139
#define __NR_modify_ldt 154
#define __NR__sysctl 156
#define __NR_arch_prctl 158
#define __NR_setrlimit 160
#define __NR_iopl 172
#define __NR_ioperm 173
#define __NR_create_module 174
#define __NR_get_kernel_syms 177
#define __NR_query_module 178
#define __NR_getpmsg 181
#define __NR_putpmsg 182
#define __NR_afs_syscall 183
#define __NR_tuxcall 184
#define __NR_security 185
#define __NR_time 201
#define __NR_set_thread_area 205
#define __NR_get_thread_area 211
#define __NR_epoll_create 213
#define __NR_epoll_ctl_old 214
#define __NR_epoll_wait_old 215
#define __NR_epoll_wait 232
#define __NR_utimes 235
#define __NR_vserver 236
#define __NR_inotify_init 253
#define __NR_futimesat 261
#define __NR_renameat 264
#define __NR_signalfd 282
#define __NR_eventfd 284
#elif defined(__aarch64__)
#define __NR_renameat 38
#define __NR_getrlimit 163
#define __NR_setrlimit 164
#elif defined(__riscv)
#define __NR_riscv_flush_icache 259
#endif

#endif
