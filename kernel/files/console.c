/*
 * The console as a terminal: lines are edited here in canonical mode, signals are sent for ^C ^\ ^Z, output
 * gets a carriage return for each newline. It is polled: at every tick, and when somebody reads.
 */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"

enum { ICRNL = 0400, INLCR = 0100, IGNCR = 0200, OPOST = 1, ONLCR = 4 };
enum { ISIG = 1, ICANON = 2, ECHO = 010, ECHOE = 020, ECHOK = 040, NOFLSH = 0200, ECHOCTL = 01000, ECHOKE = 04000, IEXTEN = 0100000 };
enum { VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN, VSTART = 8, VSTOP, VSUSP, VEOL, VREPRINT, VDISCARD, VWERASE, VLNEXT };
enum { TCGETS = 0x5401, TCSETS, TCSETSW, TCSETSF, TCSBRK = 0x5409, TCXONC, TCFLSH, TIOCSCTTY = 0x540e, TIOCGPGRP = 0x540f,
       TIOCSPGRP, TIOCGWINSZ = 0x5413, TIOCSWINSZ, TIOCINQ = 0x541b, TIOCNOTTY = 0x5422, TIOCGSID = 0x5429 };

static struct {
    u32 input, output, control, local;
    u8 line, keys[19];
} settings = {
    ICRNL, OPOST | ONLCR, 02277, ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE | IEXTEN, 0,
    { 3, 034, 0177, 025, 4, 0, 1, 0, 021, 023, 032, 0, 022, 017, 027, 026 }
};

static u16 window[4];                  /* rows, columns, pixels */
static int foreground;                 /* the process group that ^C is for */

/* What was typed. In canonical mode programs get the part up to `complete`. An end of file is END_OF_FILE. */
enum { SIZE = 4096, END_OF_FILE = 0x100 };
static u16 typed[SIZE];
static u64 first, complete, last;

static void put(int c)
{
    if (c == '\n' && settings.output & OPOST && settings.output & ONLCR) arch_console_put('\r');
    arch_console_put(c);
}

static void echo(int c)
{
    if (!(settings.local & ECHO)) return;
    if (c < ' ' && c != '\n' && c != '\t' && settings.local & ECHOCTL) {
        put('^');
        put(c + '@');
    } else {
        put(c);
    }
}

static int is_control(int c)
{
    return c < ' ' && c != '\n' && c != '\t';
}

static void rub_out(void)
{
    int width;

    if (last == complete) return;
    last--;
    if (!(settings.local & ECHO)) return;
    width = is_control(typed[last % SIZE]) ? 2 : 1;
    while (width-- > 0) {
        put('\b');
        put(' ');
        put('\b');
    }
}

static void rub_out_word(void)
{
    while (last > complete && typed[(last - 1) % SIZE] == ' ') rub_out();
    while (last > complete && typed[(last - 1) % SIZE] != ' ') rub_out();
}

static void keep(int c)
{
    if (last - first < SIZE) typed[last++ % SIZE] = c;
}

static int send_signal(int c)
{
    int number = c == settings.keys[VINTR] ? SIGINT : c == settings.keys[VQUIT] ? SIGQUIT : c == settings.keys[VSUSP] ? SIGTSTP : 0;

    if (!number || !c || !(settings.local & ISIG)) return 0;
    echo(c);
    if (!(settings.local & NOFLSH)) first = complete = last;
    signal_group(foreground, number);
    return 1;
}

static int edit(int c)
{
    if (!c) return 0;
    if (c == settings.keys[VERASE] || c == '\b') rub_out();
    else if (c == settings.keys[VWERASE]) rub_out_word();
    else if (c == settings.keys[VKILL]) {
        while (last > complete) rub_out();
    } else return 0;
    return 1;
}

static void take(int c)
{
    if (c == '\r' && settings.input & IGNCR) return;
    if (c == '\r' && settings.input & ICRNL) c = '\n';
    else if (c == '\n' && settings.input & INLCR) c = '\r';
    if (send_signal(c)) return;
    if (!(settings.local & ICANON)) {
        echo(c);
        keep(c);
        complete = last;
    } else if (edit(c)) {
        return;
    } else if (c && c == settings.keys[VEOF]) {
        keep(END_OF_FILE);
        complete = last;
    } else {
        echo(c);
        keep(c);
        if (c == '\n' || (c && c == settings.keys[VEOL])) complete = last;
    }
    if (complete > first) wake_up(&typed);
}

void console_poll(void)
{
    int c;

    /* What finds no room stays with the sender. */
    while (last - first < SIZE && (c = arch_console_get()) >= 0) take(c);
    /* A line longer than the room counts as complete. */
    if (last - first == SIZE && complete == first) complete = last;
}

static s64 console_read(struct file *f, u64 *offset, struct io *io)
{
    u64 limit = 0;
    u8 byte;
    int error, c;

    (void)offset;
    console_poll();
    if (!(settings.local & ICANON) && settings.keys[VMIN] == 0)
        limit = arch_nanoseconds() + settings.keys[VTIME] * 100000000UL + 1;
    while (complete == first) {
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        if (limit && arch_nanoseconds() >= limit) return 0;
        error = sleep_on(&typed, limit);
        if (error) return error;
        console_poll();
    }
    while (complete > first && io->left > 0) {
        c = typed[first % SIZE];
        if (c == END_OF_FILE) {
            if (io->done == 0) first++;
            break;
        }
        byte = c;
        if (io_put(io, &byte, 1) < 0) return io->done > 0 ? (s64)io->done : -EFAULT;
        first++;
        if (settings.local & ICANON && (c == '\n' || (c && c == settings.keys[VEOL]))) break;
    }
    return io->done;
}

static s64 console_write(struct file *f, u64 *offset, struct io *io)
{
    u8 buffer[256];
    u64 size, i;

    (void)f, (void)offset;
    while (io->left > 0) {
        size = io->left < sizeof buffer ? io->left : sizeof buffer;
        if (io_get(io, buffer, size) < 0) return io->done > 0 ? (s64)io->done : -EFAULT;
        for (i = 0; i < size; i++) put(buffer[i]);
    }
    return io->done;
}

static s64 console_control(struct file *f, u64 request, u64 argument)
{
    int number;

    (void)f;
    switch (request) {
    case TCGETS: return copy_out(argument, &settings, 36);
    case TCSETSF:
        first = complete = last;
        /* fall through */
    case TCSETS:
    case TCSETSW:
        if (copy_in(&settings, argument, 36) < 0) return -EFAULT;
        /* What is typed already can be read at once without lines. */
        if (!(settings.local & ICANON)) complete = last;
        return 0;
    case TCSBRK:
    case TCXONC: return 0;
    case TCFLSH:
        if (argument != 1) first = complete = last;
        return 0;
    case TIOCGPGRP: return copy_out(argument, &foreground, 4);
    case TIOCSPGRP:
        if (copy_in(&number, argument, 4) < 0) return -EFAULT;
        if (number <= 0) return -EINVAL;
        foreground = number;
        return 0;
    case TIOCGSID: return copy_out(argument, &current->session, 4);
    case TIOCSCTTY:
        foreground = current->group;
        return 0;
    case TIOCNOTTY: return 0;
    case TIOCGWINSZ: return copy_out(argument, window, 8);
    case TIOCSWINSZ: return copy_in(window, argument, 8);
    case TIOCINQ:
        console_poll();
        number = complete - first;
        return copy_out(argument, &number, 4);
    }
    return -ENOTTY;
}

static int console_ready(struct file *f)
{
    (void)f;
    console_poll();
    return POLLOUT | POLLWRNORM | (complete > first ? POLLIN | POLLRDNORM : 0);
}

const struct file_type console_type = { console_read, console_write, console_control, console_ready, NULL, 0 };

void console_init(void)
{
    window[0] = options.rows;
    window[1] = options.columns;
    foreground = 1;
}
