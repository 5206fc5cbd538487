/* signalfd: signals that are read instead of handled. It belongs to nobody: whoever reads gets what is pending for itself. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct signal_file {
    u64 set;
};

/* struct signalfd_siginfo. */
struct signal_record {
    u32 number;
    int error, code;
    u32 sender, user;
    int fd;
    u32 timer, band, overruns, trap;
    int status, value;
    u64 pointer, user_time, system_time, address;
    u8 rest[48];
};

static int signal_files;              /* how many there are; and what all who wait for a signal wait for */

void signalfds_notice(void)
{
    if (signal_files) wake_up(&signal_files);
}

static void fill(struct signal_record *r, int number, struct signal_info *info)
{
    clear_bytes(r, sizeof *r);
    r->number = number;
    r->code = info->code;
    if (info->code == SI_TIMER) {
        r->timer = info->sender;
        r->overruns = info->user;
    } else {
        r->sender = info->sender;
        r->user = info->user;
    }
    if (number == SIGCHLD && info->code > 0) {
        r->status = info->code == CLD_EXITED ? info->value >> 8 & 0xff : info->value & 0x7f;
    } else if (info->code < 0) {
        r->value = info->value;
        r->pointer = info->value;
    }
}

static s64 signalfd_read(struct file *f, u64 *offset, struct io *io)
{
    struct signal_file *s = f->own;
    struct signal_record r;
    struct signal_info info;
    int number, error;

    (void)offset;
    if (io->left < sizeof r) return -EINVAL;
    while (!(number = signal_take(s->set, &info))) {
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(&signal_files, 0);
        if (error) return error;
    }
    while (number) {
        fill(&r, number, &info);
        if (io_put(io, &r, sizeof r) < 0) break;
        number = io->left >= sizeof r ? signal_take(s->set, &info) : 0;
    }
    return io->done > 0 ? (s64)io->done : -EFAULT;
}

static int signalfd_ready(struct file *f)
{
    struct signal_file *s = f->own;

    return signals_pending() & s->set ? POLLIN | POLLRDNORM : 0;
}

static void signalfd_close(struct file *f)
{
    release(f->own);
    signal_files--;
}

static const struct file_type signalfd_type = { signalfd_read, NULL, NULL, signalfd_ready, signalfd_close, 0, 1 };

static int signalfd_open(struct file *f)
{
    f->own = allocate(sizeof(struct signal_file));
    f->type = &signalfd_type;
    if (!f->own) return -ENOMEM;
    signal_files++;
    return 0;
}

static const struct device signalfd_device = { "anon_inode:[signalfd]", 0, &signalfd_type, signalfd_open };

int signalfd_make(int flags, struct file **made)
{
    return device_make(&signalfd_device, O_RDWR | flags, made);
}

int signalfd_is(struct file *f)
{
    return f->type == &signalfd_type;
}

void signalfd_set(struct file *f, u64 set)
{
    ((struct signal_file *)f->own)->set = set & ~UNBLOCKABLE;
    wake_up(&signal_files);
}
