/* Job control: a session with a terminal, foreground and background, orphans, the end of a session. */
#include "check.h"
#include <sys/ioctl.h>
#include <termios.h>

static int master, winches, hangups;
static char text[256];

/* A session of its own at a new terminal, as descriptors 0 (and the master as it was). */
static void begin_session(void)
{
    int slave;

    HOLDS(setsid() == getpid());
    FAILS(EPERM, setsid());
    FAILS(ENXIO, open("/dev/tty", O_RDWR));
    slave = open(ptsname(master), O_RDWR);
    HOLDS(slave >= 0);
    dup2(slave, 0);
    HOLDS(tcgetpgrp(0) == getpgrp() && tcgetsid(0) == getpid());
    slave = open("/dev/tty", O_RDWR);
    HOLDS(slave >= 0 && tcgetpgrp(slave) == getpgrp());
    close(slave);
}

static void in_session(void (*test)(void))
{
    int status;
    pid_t child;

    master = posix_openpt(O_RDWR | O_NOCTTY);
    HOLDS(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    fflush(stdout);
    child = fork();
    if (child == 0) {
        begin_session();
        test();
        fflush(stdout);
        _exit(0);
    }
    HOLDS(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    close(master);
}

/* A job: a child in a group of its own. */
static pid_t job(void (*action)(void))
{
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0) {
        setpgid(0, 0);
        action();
        fflush(stdout);
        _exit(7);
    }
    setpgid(child, child);
    return child;
}

static const char *state_of(pid_t child)
{
    int status;

    if (waitpid(child, &status, WUNTRACED | WCONTINUED) != child)
        return "lost";
    if (WIFSTOPPED(status))
        snprintf(text, sizeof text, "stopped %d", WSTOPSIG(status));
    else if (WIFCONTINUED(status))
        return "continued";
    else if (WIFSIGNALED(status))
        snprintf(text, sizeof text, "killed %d", WTERMSIG(status));
    else
        snprintf(text, sizeof text, "exit %d", WEXITSTATUS(status));
    return text;
}

#define STATE(child, ...) HOLDS(strcmp(state_of(child), __VA_ARGS__) == 0)

static void stopped_by(char *text_of_it, int number)
{
    snprintf(text_of_it, 32, "stopped %d", number);
}

static void read_line(void)
{
    char line[16];

    HOLDS(read(0, line, sizeof line) == 5);
}

static void read_ignoring(void)
{
    char line[16];

    signal(SIGTTIN, SIG_IGN);
    FAILS(EIO, read(0, line, sizeof line));
}

static void set_attributes(void)
{
    struct termios settings;

    GIVES(0, tcgetattr(0, &settings));
    GIVES(0, tcsetattr(0, TCSANOW, &settings));
}

static void take_foreground(void)
{
    signal(SIGTTOU, SIG_IGN);
    GIVES(0, tcsetpgrp(0, getpid()));
}

static void write_line(void)
{
    GIVES(3, write(0, "xyz", 3));
}

static void sleep_long(void)
{
    for (;;)
        pause();
}

static void background(void)
{
    char ttin[32], ttou[32];
    struct termios settings;
    pid_t child;

    stopped_by(ttin, SIGTTIN);
    stopped_by(ttou, SIGTTOU);
    /* Reading in the background stops; in the foreground it goes on. */
    child = job(read_line);
    STATE(child, ttin);
    GIVES(0, tcsetpgrp(0, child));
    GIVES(0, kill(-child, SIGCONT));
    STATE(child, "continued");
    GIVES(5, write(master, "line\n", 5));
    STATE(child, "exit 7");
    /* The shell takes the terminal back: it is in the background now, and does not want to be stopped for it. */
    signal(SIGTTOU, SIG_IGN);
    GIVES(0, tcsetpgrp(0, getpgrp()));
    signal(SIGTTOU, SIG_DFL);
    STATE(job(read_ignoring), "exit 7");
    child = job(set_attributes);
    STATE(child, ttou);
    kill(child, SIGKILL);
    STATE(child, "killed 9");
    STATE(job(take_foreground), "exit 7");
    signal(SIGTTOU, SIG_IGN);
    GIVES(0, tcsetpgrp(0, getpgrp()));
    signal(SIGTTOU, SIG_DFL);
    /* Writing is free, unless TOSTOP is set. */
    STATE(job(write_line), "exit 7");
    GIVES(0, tcgetattr(0, &settings));
    settings.c_lflag |= TOSTOP;
    GIVES(0, tcsetattr(0, TCSANOW, &settings));
    child = job(write_line);
    STATE(child, ttou);
    kill(child, SIGKILL);
    STATE(child, "killed 9");
    FAILS(EPERM, tcsetpgrp(0, getppid()));
    FAILS(ESRCH, tcsetpgrp(0, 0x3ffffff));
    FAILS(EINVAL, tcsetpgrp(0, -1));
}

static void on_winch(int number)
{
    winches += number == SIGWINCH;
}

static void on_hangup(int number)
{
    hangups += number == SIGHUP;
}

/* Keys are signals to the foreground, and a new size is. */
static void keys(void)
{
    struct winsize size = { 33, 44, 0, 0 };
    char tstp[32], line[16];
    pid_t child = job(sleep_long);

    stopped_by(tstp, SIGTSTP);
    GIVES(0, tcsetpgrp(0, child));
    GIVES(1, write(master, "\032", 1));
    STATE(child, tstp);
    GIVES(0, kill(-child, SIGCONT));
    STATE(child, "continued");
    GIVES(1, write(master, "\003", 1));
    STATE(child, "killed 2");
    signal(SIGTTOU, SIG_IGN);
    GIVES(0, tcsetpgrp(0, getpgrp()));
    signal(SIGWINCH, on_winch);
    GIVES(0, ioctl(master, TIOCSWINSZ, &size));
    GIVES(1, winches);
    GIVES(0, ioctl(master, TIOCSWINSZ, &size));
    GIVES(1, winches);
    signal(SIGQUIT, SIG_IGN);
    /* A key that is a signal takes what was typed with it. */
    GIVES(4, write(master, "abc\034", 4));
    GIVES(4, write(master, "def\n", 4));
    GIVES(4, read(0, line, sizeof line));
    HOLDS(memcmp(line, "def\n", 4) == 0);
}

/* Nobody could wake an orphaned group: it is not stopped. */
static int ends[2];

static void orphan(void)
{
    pid_t child;
    char line[8];

    child = fork();
    if (child == 0) {
        /* Until the parent, the one link to the session, is gone. */
        while (getppid() != 1 && kill(getppid(), 0) == 0 && getppid() == getpgrp())
            usleep(1000);
        FAILS(EIO, read(0, line, sizeof line));
        raise(SIGTSTP);
        fflush(stdout);
        write(ends[1], "x", 1);
        _exit(0);
    }
}

static void stopped_orphan(void)
{
    pid_t child;

    child = fork();
    if (child == 0) {
        signal(SIGHUP, on_hangup);
        write(ends[1], "r", 1);
        raise(SIGSTOP);
        HOLDS(hangups == 1);
        fflush(stdout);
        write(ends[1], "x", 1);
        _exit(0);
    }
    HOLDS(waitpid(child, NULL, WUNTRACED) == child);
}

static void orphans(void)
{
    pid_t child;
    char byte;

    GIVES(0, pipe(ends));
    child = job(orphan);
    STATE(child, "exit 7");
    GIVES(1, read(ends[0], &byte, 1));
    child = job(stopped_orphan);
    STATE(child, "exit 7");
    GIVES(1, read(ends[0], &byte, 1));
    GIVES(1, read(ends[0], &byte, 1));
}

static void waits_for_hangup(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    write(ends[1], "r", 1);
    HOLDS(sigwaitinfo(&set, NULL) == SIGHUP);
    FAILS(ENXIO, open("/dev/tty", O_RDWR));
    fflush(stdout);
    write(ends[1], "x", 1);
}

/* At the leader's end the foreground is told; the terminal is nobody's then. */
static void leader_leaves(void)
{
    char byte;
    pid_t child = job(waits_for_hangup);

    GIVES(0, tcsetpgrp(0, child));
    GIVES(1, read(ends[0], &byte, 1));
}

static void gives_up(void)
{
    signal(SIGHUP, SIG_IGN);
    GIVES(0, ioctl(0, TIOCSCTTY, 0));
    GIVES(0, ioctl(0, TIOCNOTTY));
    FAILS(ENXIO, open("/dev/tty", O_RDWR));
    FAILS(ENOTTY, tcgetpgrp(0));
    FAILS(ENOTTY, ioctl(0, TIOCNOTTY));
    GIVES(0, ioctl(0, TIOCSCTTY, 0));
    HOLDS(tcgetpgrp(0) == getpgrp());
}

int main(void)
{
    char byte;

    in_session(background);
    in_session(keys);
    in_session(orphans);
    GIVES(0, pipe(ends));
    in_session(leader_leaves);
    GIVES(1, read(ends[0], &byte, 1));
    in_session(gives_up);
    return finish();
}
