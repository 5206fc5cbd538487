/* Calls of Linux that this kernel does not have: each gives ENOSYS, whatever its arguments. scripts/check-kernel-calls.sh keeps the list true. */
#include "check.h"

static void absent(const char *name, long number)
{
    long result;

    errno = 0;
    result = syscall(number, 0L, 0L, 0L, 0L, 0L, 0L);
    if (result != -1 || errno != ENOSYS)
        printf("%s gives %ld and %s\n", name, result, strerror(errno));
}

#define ABSENT(name) absent(#name, SYS_ ## name);

int main(void)
{
    ABSENT(io_setup) ABSENT(io_destroy) ABSENT(io_submit) ABSENT(io_cancel) ABSENT(io_getevents) ABSENT(io_pgetevents) ABSENT(io_uring_setup)
    ABSENT(io_uring_enter) ABSENT(io_uring_register) ABSENT(msgget) ABSENT(msgsnd) ABSENT(msgrcv) ABSENT(msgctl) ABSENT(semget) ABSENT(semop)
    ABSENT(semtimedop) ABSENT(semctl) ABSENT(shmget) ABSENT(shmat) ABSENT(shmdt) ABSENT(shmctl) ABSENT(mq_open) ABSENT(mq_unlink) ABSENT(mq_timedsend)
    ABSENT(mq_timedreceive) ABSENT(mq_notify) ABSENT(mq_getsetattr) ABSENT(ptrace) ABSENT(process_vm_readv) ABSENT(process_vm_writev) ABSENT(kcmp)
    ABSENT(perf_event_open) ABSENT(process_madvise) ABSENT(process_mrelease) ABSENT(setns) ABSENT(open_tree) ABSENT(move_mount) ABSENT(fsopen)
    ABSENT(fsconfig) ABSENT(fsmount) ABSENT(fspick) ABSENT(mount_setattr) ABSENT(pivot_root) ABSENT(seccomp) ABSENT(bpf)
    ABSENT(landlock_create_ruleset) ABSENT(landlock_add_rule) ABSENT(landlock_restrict_self) ABSENT(add_key) ABSENT(request_key) ABSENT(keyctl)
    ABSENT(pkey_alloc) ABSENT(pkey_free) ABSENT(pkey_mprotect) ABSENT(memfd_secret) ABSENT(mbind) ABSENT(get_mempolicy) ABSENT(set_mempolicy)
    ABSENT(set_mempolicy_home_node) ABSENT(migrate_pages) ABSENT(move_pages) ABSENT(userfaultfd) ABSENT(remap_file_pages) ABSENT(init_module)
    ABSENT(finit_module) ABSENT(delete_module) ABSENT(kexec_load) ABSENT(kexec_file_load) ABSENT(swapon) ABSENT(swapoff) ABSENT(quotactl)
    ABSENT(quotactl_fd) ABSENT(acct) ABSENT(fanotify_init) ABSENT(fanotify_mark) ABSENT(open_by_handle_at) ABSENT(lookup_dcookie) ABSENT(adjtimex)
    ABSENT(clock_adjtime) ABSENT(rseq) ABSENT(futex_waitv) ABSENT(restart_syscall) ABSENT(nfsservctl)
#ifdef __x86_64__
    ABSENT(ustat) ABSENT(sysfs) ABSENT(getdents) ABSENT(modify_ldt) ABSENT(ioperm) ABSENT(iopl) ABSENT(_sysctl) ABSENT(afs_syscall)
    ABSENT(create_module) ABSENT(get_kernel_syms) ABSENT(get_thread_area) ABSENT(set_thread_area) ABSENT(getpmsg) ABSENT(putpmsg) ABSENT(query_module)
    ABSENT(security) ABSENT(tuxcall) ABSENT(uselib) ABSENT(vserver) ABSENT(epoll_ctl_old) ABSENT(epoll_wait_old)
#endif
    absent("a number that no call has", 500);
    absent("a number beyond all", 1000000);
    return finish();
}
