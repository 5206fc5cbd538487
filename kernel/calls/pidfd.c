/* pidfd_open, pidfd_send_signal, pidfd_getfd; what they work with is files/pidfd.c's. clone makes such descriptors, too. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

s64 call_pidfd_open(u64 *a)
{
    struct thread *t;
    struct file *f;
    int error;

    if ((u32)a[1] & ~(u32)O_NONBLOCK || (int)a[0] <= 0) return -EINVAL;
    t = thread_find(a[0]);
    if (!t) return -ESRCH;
    if (t != t->process->leader) return -EINVAL;
    error = pidfd_make(t->process, a[1] & O_NONBLOCK, &f);
    return error ? error : descriptor_add(f, 0, 1);
}

static struct file *find(int fd)
{
    struct file *f = descriptor_file(fd);

    return f && pidfd_is(f) ? f : NULL;
}

s64 call_pidfd_send_signal(u64 *a)
{
    struct file *f = find(a[0]);
    struct process *p;
    struct signal_info info = { 0 };
    int number = a[1], words[32];
    s64 error;

    if ((u32)a[3]) return -EINVAL;
    if (!f) return -EBADF;
    p = pidfd_process(f);
    info.code = SI_USER;
    info.sender = current->id;
    info.user = current->who.user;
    if (a[2]) {
        if (copy_in(words, a[2], sizeof words) < 0) return -EFAULT;
        if (words[0] != number) return -EINVAL;
        error = signal_info_in(a[2], p, &info);
        if (error) return error;
    }
    if (!p) return -ESRCH;
    if (number < 0 || number > SIGNALS) return -EINVAL;
    if (!may_signal(p, number)) return -EPERM;
    return number ? signal_send_info(p, NULL, number, &info) : 0;
}

s64 call_pidfd_getfd(u64 *a)
{
    struct file *f = find(a[0]), *wanted;
    struct process *p;

    if ((u32)a[2]) return -EINVAL;
    if (!f) return -EBADF;
    p = pidfd_process(f);
    if (!p) return -ESRCH;
    if (!may_look_into(p)) return -EPERM;
    wanted = p->files ? descriptors_file(p->files, a[1]) : NULL;
    return wanted ? descriptor_add(file_hold(wanted), 0, 1) : -EBADF;
}
