/* Processes: the table, the scheduler, signals, what a process is made of. */
#ifndef PROCESS_H
#define PROCESS_H

#include "arch.h"
#include "credentials.h"
#include "linux.h"

struct space;
struct inode;
struct descriptors;

enum { PROCESSES = 512, KEPT_PROCESSES = 32 /* for root */, PROCESS_NAME = 16 };

enum process_state { RUNNABLE, SLEEPING, STOPPED, ZOMBIE };

struct signal_action {
    u64 handler, flags, restorer, mask;
};

/* What is told to a handler; kept for the last of each number. */
struct signal_info {
    int code, sender;
    u64 value;                /* a fault's address, a child's status */
};

/* A page: what fork copies and exec resets. */
struct handlers {
    int holders;
    struct signal_action actions[SIGNALS + 1];
};

struct process {
    int id, group, session;
    int slot;                          /* in the table; of its kernel stack */
    enum process_state state;
    struct process *parent;
    struct process *ready_next;
    u64 context;                       /* where arch_switch goes on */
    struct frame *frame;
    struct space *space;
    struct descriptors *files;
    struct inode *working_folder;
    struct inode *program;             /* /proc/self/exe: the file, and its path as it was called */
    char *program_path;
    u32 umask;
    struct credentials who;
    int has_executed;                  /* its parent may no longer move it to another group */
    int nice;
    int death_signal;                  /* sent to it when its parent ends; 0: none */
    int takes_orphans;                 /* of its descendants, as init does of all others */
    u32 personality;
    char name[PROCESS_NAME];

    const void *channel;               /* what it sleeps for */
    u64 wake_at;                       /* or until then, in nanoseconds since boot; 0: no limit */
    int timed_out;

    u64 pending, blocked;
    u64 forced;                        /* of the pending ones, those from faults: not to be ignored */
    u64 waits_for;                     /* sigtimedwait's: they wake it although they are blocked */
    u64 saved_mask;                    /* sigsuspend: the mask when the handler returns */
    int restores_mask;
    struct handlers *handlers;
    struct signal_info infos[SIGNALS + 1];
    u64 alternate[3];                  /* sigaltstack: base, flags, size */
    u64 alarm_at, alarm_interval;

    int status;                        /* as wait gives it */
    int stop_signal, stop_reported, continued;      /* for wait's WUNTRACED, WCONTINUED */
    int vfork_child;                   /* still in its parent's memory */
    u64 child_tid;                     /* set_tid_address */
    u64 ticks_user, ticks_system, ticks_children, started;
    u64 limits[RLIMITS], hard_limits[RLIMITS];
    struct cpu_state cpu;
};

extern struct process *current;
extern struct process *processes[PROCESSES];     /* NULL: free */
extern int processes_end;                        /* above the last one used */
extern struct process *init_process;

/* ---- The table (table.c) ---- */

struct process *process_new(void);               /* with a kernel stack and an id; NULL: no room */
void process_free(struct process *p);
struct process *process_find(int id);
void init_start(void);                           /* process 1: runs options.init */

/* ---- The scheduler (schedule.c) ---- */

extern u64 ticks;

void make_ready(struct process *p);
void schedule(void);                             /* another one's turn; returns when ours comes again */
void yield(void);
/* Sleeps until wake_up(channel) or the time; 0, or -ERESTART if a signal came first. */
int sleep_on(const void *channel, u64 wake_at);
void wake_up(const void *channel);
extern const char any_change;                    /* the channel of who waits for several files: it is woken by all others */
void wake_process(struct process *p);
void schedule_tick(void);
void schedule_first(void);
void sleep_through(const void *channel);         /* signals wait */
void alarm_set(u64 at, u64 interval);

/* A program's struct timespec, and seconds with a rest, in nanoseconds; what is too much is for ever (calls/time.c). */
int time_in(u64 user, u64 *nanoseconds);         /* 0, -EFAULT, -EINVAL */
u64 time_span(u64 seconds, u64 nanoseconds);

/* ---- fork.c, exec.c, exit.c ---- */

s64 fork_process(u64 flags, u64 stack, u64 parent_tid, u64 child_tid, u64 tls);

struct strings;                                  /* argv and envp on their way */
struct strings *strings_new(void);
int strings_add(struct strings *s, const char *text);
int strings_add_user(struct strings *s, u64 list);     /* a NULL-ended array of pointers */
int strings_count(struct strings *s);
int strings_add_rest(struct strings *s, struct strings *from);
u8 *strings_byte(struct strings *s, u64 n);            /* of all texts, each with its NUL */
void strings_end_arguments(struct strings *s);
void strings_free(struct strings *s);
int exec_program(const char *path, struct strings *s);
void vfork_done(struct process *p);

void exit_process(int status);                   /* wait's status; does not return */
void free_orphan(void);
s64 wait_process(int kind, int id, int options, int *status, int *code, u64 *child_ticks);

/* ---- Signals (signal.c) ---- */

#define SIGNAL_BIT(n) (1UL << ((n) - 1))

void signal_send(struct process *p, int number, int code, u64 value);
int signal_group(int group, int number);         /* how many got it */
void signal_force(int number, int code, u64 address);   /* to the current one, which cannot ignore it */
int signal_is_pending(void);                     /* one that would interrupt a call */
void signal_deliver(struct frame *f, u64 number, u64 argument0, int in_call);
int kill_largest(void);

#endif
