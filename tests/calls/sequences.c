/*
 *   sequences log FIRST COUNT      a line for each sequence: its number and a sum of all that its calls gave
 *   sequences show NUMBER…         the lines of some
 *   sequences live CALLS SEED      so many calls by several unprivileged processes at once, with threads, signals and whatever
 *                                  else disturbs; then whether memory has come back
 * Run as root in an empty folder. All calls are made by user 1000.
 */
#include "sequences.h"
#include <dirent.h>
#include <grp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>

enum { CALLS_OF_SEQUENCE = 80, WORKERS = 16, TICKS = 400, QUIET_MAX = 6, LOST_MAX = 2 << 20 };

/* Where nothing else is, on any of the machines. */
#define ARENA ((char *)0x50000000)

struct shared *shared;
int is_compared = 1;
char *arena = ARENA;
char buffer[1 << 16];

static unsigned long state;
static int is_of_sockets;                /* every third sequence has mostly their calls */

unsigned any(unsigned below)
{
    state = state * 6364136223846793005ul + 1442695040888963407ul;
    return (unsigned)(state >> 33) % below;
}

int any_fd(void)
{
    return any(20) == 0 ? (int)any(40) - 2 : 3 + (int)any(any(2) ? 6 : FDS);
}

const char *any_path(void)
{
    static const char *const names[] = { "a", "b", "c", "a", "b", "l", "d", "d/a", "d/e", "d/e/a", "l/a", "e", "..", ".", "d/../a", "", "a/", "d/", "./", "n/x" };
    static char text[2][64];
    static int turn;
    unsigned k = any(26);

    if (k < sizeof names / sizeof *names)
        return names[k];
    if (is_compared)
        return names[k % 9];
    turn = !turn;
    snprintf(text[turn], sizeof text[turn], k & 1 ? "/proc/self/fd/%d" : "/proc/%d/fd", k & 1 ? any_fd() : getpid() - (int)any(3));
    return text[turn];
}

/* ---- The log ---- */

static void put(const char *format, va_list arguments)
{
    unsigned long at = shared->log_length;

    if (!is_compared || at + 1024 > LOG_SIZE)
        return;
    shared->log_length = at + (unsigned long)vsnprintf(shared->log + at, 1000, format, arguments);
}

static void put_line(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put(format, arguments);
    va_end(arguments);
}

long called(long result, const char *format, ...)
{
    int error = errno;
    va_list arguments;

    shared->calls++;
    va_start(arguments, format);
    put(format, arguments);
    va_end(arguments);
    if (result == -1)
        put_line(" = error %d\n", error);
    else
        put_line(" = %ld\n", result);
    errno = error;
    return result;
}

void note(const char *format, ...)
{
    va_list arguments;

    put_line("    ");
    va_start(arguments, format);
    put(format, arguments);
    va_end(arguments);
    put_line("\n");
}

/* FNV-1a, of eight bytes at a time as far as there are. */
unsigned long hash_of(const void *bytes, unsigned long size)
{
    const unsigned char *at = bytes;
    unsigned long hash = 0xcbf29ce484222325ul, word;

    for (; size >= 8; size -= 8, at += 8) {
        memcpy(&word, at, 8);
        hash = (hash ^ word) * 0x100000001b3ul;
        hash ^= hash >> 29;
    }
    while (size-- > 0)
        hash = (hash ^ *at++) * 0x100000001b3ul;
    return hash;
}

/* ---- One sequence ---- */

void sequence(unsigned calls)
{
    while (calls-- > 0) {
        if (is_of_sockets && any(3)) {
            socket_call();
            continue;
        }
        switch (any(is_compared ? 16 : 17)) {
        case 0:
        case 1:
        case 2:
        case 3: file_call(); break;
        case 4:
        case 5:
        case 6: name_call(); break;
        case 7:
        case 8:
        case 9: transfer_call(); break;
        case 10: memory_call(); break;
        case 11:
        case 12:
        case 13: event_call(); break;
        case 14: signal_call(); break;
        case 15: process_call(); break;
        /* Most of them wait for a tick. */
        default:
            if (any(4) == 0)
                wild_call();
        }
    }
}

static void nothing_to_do(int number)
{
    (void)number;
}

/* Alarms end what waits, not the process. */
static void take_signals(void)
{
    static const int numbers[] = { SIGALRM, SIGUSR1, SIGUSR2, SIGTERM, SIGHUP };
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = nothing_to_do;
    for (unsigned k = 0; k < sizeof numbers / sizeof *numbers; k++)
        sigaction(numbers[k], &action, NULL);
}

static void start(unsigned long seed)
{
    int nothing = open("/dev/null", O_RDWR);

    for (int fd = 0; fd < 3; fd++)
        dup2(nothing, fd);
    syscall(SYS_close_range, 3l, 1000l, 0l);
    mmap(ARENA, ARENA_PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    if (!is_compared)
        take_signals();
    umask(022);
    state = seed * 0x9e3779b97f4a7c15ul + 1;
    is_of_sockets = any(3) == 0;
    if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
        _exit(1);
}

static void remove_all(const char *path)
{
    char inner[600];
    DIR *d = opendir(path);
    struct dirent *e;

    while (d && (e = readdir(d)) != NULL) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        if (unlink(inner) != 0)
            remove_all(inner);
    }
    if (d)
        closedir(d);
    rmdir(path);
}

/* Deep enough that nobody climbs to what lies around it. */
#define TOP "now"
#define PLAY TOP "/1/2/3"

static void play(void)
{
    if (mkdir(TOP, 0755) != 0 || mkdir(TOP "/1", 0755) != 0 || mkdir(TOP "/1/2", 0755) != 0 || mkdir(PLAY, 0755) != 0
        || chown(PLAY, 1000, 100) != 0) {
        printf("%s cannot be made\n", PLAY);
        exit(1);
    }
}

static void run_compared(unsigned long number)
{
    int status;
    pid_t child;

    play();
    shared->log_length = 0;
    child = fork();
    if (child == 0) {
        if (chdir(PLAY) != 0)
            _exit(1);
        start(number);
        alarm(20);
        sequence(CALLS_OF_SEQUENCE);
        _exit(0);
    }
    waitpid(child, &status, 0);
    put_line("end %x\n", (unsigned)status);
    remove_all(TOP);
}

/* ---- Many at once ---- */

static pid_t workers[WORKERS];

static void end_worker(pid_t *worker)
{
    if (*worker <= 0)
        return;
    kill(-*worker, SIGKILL);
    while (waitpid(-*worker, NULL, 0) > 0)
        kill(-*worker, SIGKILL);
    *worker = 0;
}

static void start_worker(pid_t *worker, unsigned long seed)
{
    *worker = fork();
    if (*worker != 0) {
        setpgid(*worker, *worker);
        return;
    }
    setpgid(0, 0);
    if (chdir(PLAY) != 0)
        _exit(1);
    start(seed);
    for (;;)
        sequence(1000);
}

static long free_memory(void)
{
    struct sysinfo s;

    return sysinfo(&s) == 0 ? (long)(s.freeram * s.mem_unit) : 0;
}

/*
 * A worker that has ended is replaced; when none gets on any more, or after a while, all are ended, and what they made in the tree
 * is removed.
 */
static void run_round(unsigned long *seed, unsigned long calls)
{
    unsigned long seen = 0;
    int quiet = 0;

    play();
    for (int tick = 0; tick < TICKS && quiet < QUIET_MAX && shared->calls < calls; tick++) {
        for (int k = 0; k < WORKERS; k++) {
            if (workers[k] > 0 && waitpid(workers[k], NULL, WNOHANG) != 0)
                end_worker(&workers[k]);
            if (workers[k] <= 0)
                start_worker(&workers[k], (*seed)++);
            if (quiet == QUIET_MAX / 2)
                kill(-workers[k], SIGCONT);
        }
        usleep(1000);
        quiet = shared->calls == seen ? quiet + 1 : 0;
        seen = shared->calls;
    }
    for (int k = 0; k < WORKERS; k++)
        end_worker(&workers[k]);
    remove_all(TOP);
}

static int run_live(unsigned long calls, unsigned long seed)
{
    unsigned long round, said = 0;
    long before = 0, lost;

    is_compared = 0;
    for (round = 0; shared->calls < calls; round++) {
        run_round(&seed, calls);
        /* The first rounds make tables that stay. */
        if (round == 10)
            before = free_memory();
        if (shared->calls - said >= 1000000) {
            said = shared->calls;
            printf("%lu calls\n", said);
            fflush(stdout);
        }
    }
    lost = before ? before - free_memory() : 0;
    printf("%lu calls by %lu processes in %lu rounds, %s\n", shared->calls, seed, round, lost > LOST_MAX ? "memory did not come back" : "memory came back");
    return lost > LOST_MAX;
}

int main(int count, char **words)
{
    unsigned long first = count > 2 ? strtoul(words[2], NULL, 0) : 0, number = count > 3 ? strtoul(words[3], NULL, 0) : 1, k;

    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (count > 2 && strcmp(words[1], "live") == 0)
        return run_live(first, number);
    for (int w = 2; w < count && strcmp(words[1], "show") == 0; w++) {
        run_compared(strtoul(words[w], NULL, 0));
        printf("== %s\n%.*s", words[w], (int)shared->log_length, shared->log);
    }
    if (count < 4 || strcmp(words[1], "log") != 0)
        return 0;
    for (k = first; k < first + number; k++) {
        run_compared(k);
        printf("%lu %016lx\n", k, hash_of(shared->log, shared->log_length));
    }
    return 0;
}
