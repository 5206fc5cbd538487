/*
 * Terminals, as programs see them: lines are edited here in canonical mode, signals are sent for ^C ^\ ^Z, output gets a
 * carriage return for each newline. Who types and who shows is the console (console.c) or a master (pty.c); who may, is
 * for sessions.c.
 */
#include "arch.h"
#include "base.h"
#include "memory.h"
#include "process.h"
#include "terminal.h"

enum { ICRNL = 0400, INLCR = 0100, IGNCR = 0200, OPOST = 1, ONLCR = 4 };
enum { ISIG = 1, ICANON = 2, ECHO = 010, ECHOE = 020, ECHOK = 040, ECHONL = 0100, NOFLSH = 0200, ECHOCTL = 01000, ECHOKE = 04000, IEXTEN = 0100000 };
enum { VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN, VSTART = 8, VSTOP, VSUSP, VEOL, VREPRINT, VDISCARD, VWERASE, VLNEXT };
enum { TCGETS = 0x5401, TCSETS, TCSETSW, TCSETSF, TCSBRK = 0x5409, TCXONC, TCFLSH, TIOCSCTTY = 0x540e, TIOCGPGRP = 0x540f,
       TIOCSPGRP, TIOCOUTQ, TIOCGWINSZ = 0x5413, TIOCSWINSZ, TIOCINQ = 0x541b, TIOCNOTTY = 0x5422, TCSBRKP = 0x5425, TIOCGSID = 0x5429 };

#define SETTINGS_SIZE 36

void terminal_init(struct terminal *t, u8 *typed)
{
    static const u8 keys[] = { 3, 034, 0177, 025, 4, 0, 1, 0, 021, 023, 032, 0, 022, 017, 027, 026 };

    t->settings.input = ICRNL;
    t->settings.output = OPOST | ONLCR;
    t->settings.control = 02277;
    t->settings.local = ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE | IEXTEN;
    copy_bytes(t->settings.keys, keys, sizeof keys);
    t->device.name = t->name;
    t->typed = typed;
}

void terminal_attach(struct file *f, struct terminal *t)
{
    f->type = &terminal_type;
    f->terminal = t;
    if (t->inode) inode_hold(t->inode);
}

void terminal_detach(struct file *f)
{
    if (f->terminal->inode) inode_release(f->terminal->inode);
}

/* ---- Output ---- */

static u64 room_to_write(struct terminal *t)
{
    return t->inode ? WRITTEN - (t->written_last - t->written_first) : WRITTEN;
}

/* An echo that finds no room is lost. */
static void put_raw(struct terminal *t, int c)
{
    if (!t->inode) console_put(c);
    else if (room_to_write(t) > 0) t->written[t->written_last++ % WRITTEN] = c;
}

static void put(struct terminal *t, int c)
{
    if (c == '\n' && t->settings.output & OPOST && t->settings.output & ONLCR) put_raw(t, '\r');
    put_raw(t, c);
}

static int is_control(int c)
{
    return c < ' ' && c != '\n' && c != '\t';
}

static void echo(struct terminal *t, int c)
{
    if (!(t->settings.local & ECHO)) {
        if (c == '\n' && t->settings.local & ICANON && t->settings.local & ECHONL) put(t, c);
    } else if (is_control(c) && t->settings.local & ECHOCTL) {
        put(t, '^');
        put(t, c + '@');
    } else {
        put(t, c);
    }
}

/* ---- Input ---- */

static int is_marked(struct terminal *t, u64 at)
{
    return t->marks[at % TYPED / 8] >> at % 8 & 1;
}

static void keep(struct terminal *t, int c, int marked)
{
    u64 at = t->last;

    if (!terminal_has_room(t)) return;
    t->typed[at % TYPED] = c;
    if (marked) t->marks[at % TYPED / 8] |= 1 << at % 8;
    else t->marks[at % TYPED / 8] &= ~(1 << at % 8);
    t->last++;
}

int terminal_has_room(struct terminal *t)
{
    return t->last - t->first < TYPED;
}

static void forget(struct terminal *t)
{
    t->first = t->complete = t->last;
}

static void rub_out(struct terminal *t)
{
    int width;

    if (t->last == t->complete) return;
    t->last--;
    if (!(t->settings.local & ECHO)) return;
    width = is_control(t->typed[t->last % TYPED]) ? 2 : 1;
    while (width-- > 0) {
        put(t, '\b');
        put(t, ' ');
        put(t, '\b');
    }
}

static int before_last(struct terminal *t)
{
    return t->typed[(t->last - 1) % TYPED];
}

static void rub_out_word(struct terminal *t)
{
    while (t->last > t->complete && before_last(t) == ' ') rub_out(t);
    while (t->last > t->complete && before_last(t) != ' ') rub_out(t);
}

static int send_signal(struct terminal *t, int c)
{
    u8 *keys = t->settings.keys;
    int number = c == keys[VINTR] ? SIGINT : c == keys[VQUIT] ? SIGQUIT : c == keys[VSUSP] ? SIGTSTP : 0;

    if (!number || !c || !(t->settings.local & ISIG)) return 0;
    echo(t, c);
    if (!(t->settings.local & NOFLSH)) forget(t);
    terminal_signal(t, number);
    return 1;
}

static int edit(struct terminal *t, int c)
{
    u8 *keys = t->settings.keys;

    if (!c) return 0;
    if (c == keys[VERASE] || c == '\b') rub_out(t);
    else if (c == keys[VWERASE]) rub_out_word(t);
    else if (c == keys[VKILL]) {
        while (t->last > t->complete) rub_out(t);
    } else return 0;
    return 1;
}

static void take_in_line(struct terminal *t, int c)
{
    u8 *keys = t->settings.keys;
    int ends;

    if (edit(t, c)) return;
    if (c && c == keys[VEOF]) {
        keep(t, 0, 1);
        t->complete = t->last;
        return;
    }
    ends = c == '\n' || (c && c == keys[VEOL]);
    echo(t, c);
    keep(t, c, ends);
    if (ends) t->complete = t->last;
}

void terminal_take(struct terminal *t, int c)
{
    if (c == '\r' && t->settings.input & IGNCR) return;
    if (c == '\r' && t->settings.input & ICRNL) c = '\n';
    else if (c == '\n' && t->settings.input & INLCR) c = '\r';
    if (send_signal(t, c)) return;
    if (t->settings.local & ICANON) {
        take_in_line(t, c);
    } else {
        echo(t, c);
        keep(t, c, 0);
        t->complete = t->last;
    }
    /* A line longer than the room counts as complete. */
    if (!terminal_has_room(t) && t->complete == t->first) t->complete = t->last;
    if (t->complete > t->first) wake_up(t->typed);
}

/* ---- Reading ---- */

static void look(struct terminal *t)
{
    if (t == &console) console_poll();
}

/* How many bytes a read waits for, and 0 or how long it does: for the first byte, or for the next one. */
static u64 wanted(struct terminal *t, u64 size)
{
    u64 least = t->settings.keys[VMIN];

    if (t->settings.local & ICANON || least == 0) return 1;
    return least < size ? least : size;
}

static u64 time_limit(struct terminal *t)
{
    u64 time = t->settings.keys[VTIME] * 100000000UL;

    if (t->settings.local & ICANON || (t->settings.keys[VMIN] > 0 && (time == 0 || t->complete == t->first))) return 0;
    return arch_nanoseconds() + time + 1;
}

static int is_hung_up(struct terminal *t)
{
    return t->inode && !t->has_master;
}

/* 0: there is something, or nothing comes any more. */
static int wait_for_input(struct terminal *t, struct file *f, u64 size)
{
    u64 limit, had;
    int error;

    look(t);
    limit = time_limit(t);
    for (;;) {
        error = may_read(t);
        had = t->complete - t->first;
        if (error || is_hung_up(t) || had >= wanted(t, size) || (limit && arch_nanoseconds() >= limit)) return error;
        if (f->flags & O_NONBLOCK) return had ? 0 : -EAGAIN;
        error = sleep_on(t->typed, limit);
        if (error) return t->complete > t->first && !(t->settings.local & ICANON) ? 0 : error;
        look(t);
        if (t->complete - t->first > had) limit = time_limit(t);
    }
}

static s64 terminal_read(struct file *f, u64 *offset, struct io *io)
{
    struct terminal *t = f->terminal;
    int error = wait_for_input(t, f, io->left), marked;
    u8 byte;

    (void)offset;
    if (error) return error;
    while (t->complete > t->first) {
        byte = t->typed[t->first % TYPED];
        marked = t->settings.local & ICANON && is_marked(t, t->first);
        if (marked && !byte) {
            t->first++;
            break;
        }
        if (io->left == 0) break;
        if (io_put(io, &byte, 1) < 0) return io->done > 0 ? (s64)io->done : -EFAULT;
        t->first++;
        if (marked) break;
    }
    wake_up(&t->first);
    return io->done;
}

/* ---- Writing ---- */

static s64 terminal_write(struct file *f, u64 *offset, struct io *io)
{
    struct terminal *t = f->terminal;
    u8 buffer[256];
    u64 size, i;
    int error = may_write(t);

    (void)offset;
    while (!error && io->left > 0) {
        if (is_hung_up(t)) error = -EIO;
        /* Each byte may become two. */
        else if (room_to_write(t) < 2) error = f->flags & O_NONBLOCK ? -EAGAIN : sleep_on(t->written, 0);
        else {
            size = io->left < sizeof buffer ? io->left : sizeof buffer;
            if (size > room_to_write(t) / 2) size = room_to_write(t) / 2;
            error = io_get(io, buffer, size);
            for (i = 0; !error && i < size; i++) put(t, buffer[i]);
            if (t->inode) wake_up(t->written);
        }
    }
    return io->done > 0 ? (s64)io->done : error;
}

/* ---- ioctl ---- */

static s64 set_settings(struct terminal *t, u64 user, int forgets)
{
    u8 new[SETTINGS_SIZE];

    if (copy_in(new, user, SETTINGS_SIZE) < 0) return -EFAULT;
    if (forgets) forget(t);
    copy_bytes(&t->settings, new, SETTINGS_SIZE);
    /* What is typed already can be read at once without lines. */
    if (!(t->settings.local & ICANON)) t->complete = t->last;
    return 0;
}

static s64 set_window(struct terminal *t, u64 user)
{
    u16 new[4];
    int i, changes = 0;

    if (copy_in(new, user, sizeof new) < 0) return -EFAULT;
    for (i = 0; i < 4; i++) changes |= new[i] != t->window[i];
    copy_bytes(t->window, new, sizeof new);
    if (changes) terminal_signal(t, SIGWINCH);
    return 0;
}

static s64 put_number(u64 user, int number)
{
    return copy_out(user, &number, 4);
}

static s64 change(struct terminal *t, u64 request, u64 argument)
{
    int number;

    switch (request) {
    case TCSETS:
    case TCSETSW: return set_settings(t, argument, 0);
    case TCSETSF: return set_settings(t, argument, 1);
    case TCFLSH:
        if (argument > 2) return -EINVAL;
        if (argument != 1) forget(t);
        return 0;
    case TIOCSPGRP: return copy_in(&number, argument, 4) < 0 ? -EFAULT : set_foreground(t, number);
    }
    /* TCSBRK, TCSBRKP, TCXONC: output is out already, and is not held up. */
    return 0;
}

s64 terminal_control(struct terminal *t, int is_master, u64 request, u64 argument)
{
    int own = is_master || controlling_terminal(current) == t, error;

    switch (request) {
    case TCGETS: return copy_out(argument, &t->settings, SETTINGS_SIZE);
    case TIOCGWINSZ: return copy_out(argument, t->window, 8);
    case TIOCSWINSZ: return set_window(t, argument);
    case TIOCGPGRP: return own ? put_number(argument, t->foreground) : -ENOTTY;
    case TIOCGSID: return own && t->session ? put_number(argument, t->session) : -ENOTTY;
    case TIOCSCTTY: return is_master ? -EIO : terminal_take_over(t, argument);
    case TIOCNOTTY: return is_master ? -ENOTTY : terminal_give_up(t);
    case TIOCOUTQ: return put_number(argument, t->written_last - t->written_first);
    case TIOCINQ:
        look(t);
        return put_number(argument, t->complete - t->first);
    case TCSETS:
    case TCSETSW:
    case TCSETSF:
    case TCFLSH:
    case TCSBRK:
    case TCSBRKP:
    case TCXONC:
    case TIOCSPGRP:
        error = is_master ? 0 : may_set(t);
        return error ? error : change(t, request, argument);
    }
    return -ENOTTY;
}

static s64 control(struct file *f, u64 request, u64 argument)
{
    return is_hung_up(f->terminal) ? -EIO : terminal_control(f->terminal, 0, request, argument);
}

static int ready(struct file *f)
{
    struct terminal *t = f->terminal;

    look(t);
    if (is_hung_up(t)) return POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM | POLLERR | POLLHUP;
    return (room_to_write(t) >= 2 ? POLLOUT | POLLWRNORM : 0) | (t->complete > t->first ? POLLIN | POLLRDNORM : 0);
}

static void close(struct file *f)
{
    struct terminal *t = f->terminal;

    if (t->inode && --t->slaves == 0) wake_up(t->written);
}

const struct file_type terminal_type = { terminal_read, terminal_write, control, ready, close, 0 };
