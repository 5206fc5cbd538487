/* Processes and threads: the tables, the scheduler, signals, what they are made of. */
#ifndef PROCESS_H
#define PROCESS_H

#include "arch.h"
#include "checks.h"
#include "credentials.h"
#include "linux.h"

struct space;
struct inode;
struct thread;
struct descriptors;

enum { PROCESSES = 512, THREADS = 1024, PROCESS_NAME = 16 };
/* No process has more threads than this, and the last places of both tables are kept for root (memory/quota.c). */
enum { THREADS_OF_PROCESS = 640, KEPT_PLACES = 32 };

struct signal_action {
    u64 handler, flags, restorer, mask;
};

/* What is told to a handler. */
struct signal_info {
    int code, sender;         /* a timer's signal: its id */
    u32 user;                 /* the sender's; a timer's overruns */
    u64 value;                /* a fault's address, a child's status */
};

/* Signals that were sent and not taken yet: of each number the first; real-time signals come all, one after the other. */
struct pending {
    u64 set;
    struct signal_info infos[SIGNALS + 1];
    struct queued *queue;     /* the second and further ones of real-time numbers, in their order */
    int queue_length;
};

/* A page: what fork copies, threads share, and exec resets. */
struct handlers {
    int holders;
    struct signal_action actions[SIGNALS + 1];
};

/* What CLONE_FS shares. */
struct folders {
    int holders;
    u32 umask;
    struct inode *working, *root;
    CHECK(int is_found;)
};

/* What programs are made of: all that its threads have in common. */
struct process {
    int id, group, session;            /* the id is its first thread's too */
    u64 serial;                        /* nobody else ever has it */
    int slot;                          /* in the table */
    struct process *parent;
    struct thread *leader;             /* stays, as ENDED, until somebody waited for the process */
    struct thread *threads;            /* the leader and all others that live */
    int alive;                         /* threads that have not ended; 0: a zombie */
    struct space *space;
    struct descriptors *files;
    struct folders *folders;
    struct handlers *handlers;
    struct inode *program;             /* /proc/self/exe: the file, and its path as it was called */
    char *program_path;
    struct credentials who;            /* threads that change it change it for all */
    int has_executed;                  /* its parent may no longer move it to another group */
    int left_terminal;                 /* it gave up its session's (TIOCNOTTY) */
    int nice;
    int io_priority;                   /* ioprio_set's; 0: none */
    int death_signal;                  /* sent to it when its parent ends; 0: none */
    int takes_orphans;                 /* of its descendants, as init does of all others */
    u32 personality;
    int uses_barriers;                 /* membarrier */
    int disables_huge_pages;           /* it said so; there are none */

    struct pending pending;            /* for whichever thread does not block it */
    u64 alarm_at, alarm_interval;
    u64 cpu_alarms[2], cpu_intervals[2];            /* ITIMER_VIRTUAL, ITIMER_PROF, in ticks */
    struct timer *timers;
    int is_ending;                     /* all threads end as soon as they notice, with `status` */
    struct thread *remaining;          /* exec: all other threads end */
    int is_stopped;                    /* no thread goes back to the program */
    int stop_signal, stop_reported, continued;      /* for wait's WUNTRACED, WCONTINUED */
    int status;                        /* as wait gives it */
    int exit_signal;                   /* what the parent is sent at the end; 0: nothing */
    int vfork_child;                   /* still in its parent's memory */
    u64 ticks_user, ticks_system, ticks_children, started;
    u64 limits[RLIMITS], hard_limits[RLIMITS];
};

enum thread_state { RUNNABLE, SLEEPING, STOPPED, ENDED };

/* What runs: registers, a kernel stack, and what each of a process's threads has to itself. */
struct thread {
    int id;
    int slot;                          /* in the table; of its kernel stack */
    enum thread_state state;
    struct process *process;
    struct thread *next;               /* of the process */
    struct thread *ready_next;
    u64 context;                       /* where arch_switch goes on */
    struct frame *frame;
    struct cpu_state cpu;
    char name[PROCESS_NAME];

    const void *channel;               /* what it sleeps for */
    struct thread *sleeps_next, *sleeps_previous;   /* others with channels of the same hash */
    u64 wake_at;                       /* or until then, in nanoseconds since boot; 0: no limit */

    struct pending pending;            /* for this thread alone: faults, tgkill */
    u64 blocked;
    u64 forced;                        /* of its pending ones, those from faults: not to be ignored */
    u64 waits_for;                     /* sigtimedwait's: they wake it although they are blocked */
    u64 saved_mask;                    /* sigsuspend: the mask when the handler returns */
    int restores_mask;
    u64 wait_end;                      /* of the call that waits; it is made again after a stop, and ends when it would have */
    int remakes_call, is_remade;       /* the next call is the same again; this one is */
    u64 alternate[3];                  /* sigaltstack: base, flags, size */
    u64 child_tid;                     /* set_tid_address: cleared, and its futex woken, at the end */
    u64 robust_list;                   /* set_robust_list */
    u64 timer_slack;                   /* as it was set; 0: the default */
    u64 ticks_user, ticks_system, started;
};

extern struct process *current;                  /* the process of the thread that runs */
extern struct thread *current_thread;
extern struct process *processes[PROCESSES];     /* NULL: free */
extern int processes_end;                        /* above the last one used */
extern struct thread *threads[THREADS];
extern int threads_end;
extern struct process *init_process;

/* ---- The tables (table.c) ---- */

struct process *process_new(void);               /* with a first thread; NULL: no room */
struct thread *thread_new(struct process *p);    /* with a kernel stack and an id; NULL: no room */
void process_free(struct process *p);            /* and its leader */
void thread_free(struct thread *t);
extern u64 processes_made;                       /* ever */
int last_id(void);                               /* of the youngest thread */
struct process *process_find(int id);
struct thread *thread_find(int id);
struct process *process_of(int id);              /* the id of any of its threads */
struct folders *folders_copy(struct folders *from);
void folders_release(struct folders *f);
void init_start(void);                           /* process 1: runs options.init */

/* ---- The scheduler (schedule.c) ---- */

extern u64 ticks, ticks_busy;                    /* all, and those that programs used */

enum { LOAD_ONE = 65536, LOAD_STEP = 5 };
extern u64 loads[3];                             /* in units of a LOAD_ONE-th */
extern u64 switches;                             /* from one thread to another */

void make_ready(struct thread *t);
void schedule(void);                             /* another one's turn; returns when ours comes again */
void yield(void);
int turn_is_over(void);                          /* at a tick: whether it is another one's turn */
void give_way(void);                             /* in a call that may take long; may sleep */
/* Sleeps until wake_up(channel) or the time; 0, or -ERESTART if a signal came first. */
int sleep_on(const void *channel, u64 wake_at);
void wake_up(const void *channel);
extern u64 changes;                              /* how often somebody was woken up */
extern const char any_change;                    /* the channel of who waits for several files: it is woken by all others */
void wake_thread(struct thread *t);
void schedule_tick(void);
void schedule_first(void);
void sleep_through(const void *channel);         /* signals wait */
void alarm_set(u64 at, u64 interval);
u64 alarm_left(void);                            /* nanoseconds; 0: none is set */
u64 wall_nanoseconds(void);                      /* CLOCK_REALTIME */
u64 wait_end(u64 nanoseconds);                   /* when a wait ends that the current call makes */

/* A program's struct timespec, and seconds with a rest, in nanoseconds; what is too much is for ever (calls/time.c). */
int time_in(u64 user, u64 *nanoseconds);         /* 0, -EFAULT, -EINVAL */
u64 time_span(u64 seconds, u64 nanoseconds);

/* ---- fork.c, exec.c, exit.c ---- */

/* What clone and clone3 ask for. */
struct clone_request {
    u64 flags, stack, parent_tid, child_tid, tls;
    u64 process_fd;                    /* CLONE_PIDFD: where its number goes */
    int exit_signal;
};

s64 clone_process(struct clone_request *r);

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
int exec_opened(struct inode *file, const char *called, struct strings *s, int is_hidden);
void vfork_done(struct process *p);
struct inode *program_hold(struct inode *file);  /* nobody may open it for writing while it is one */
void program_release(struct inode *file);        /* NULL is no harm */

void thread_leaves_memory(void);                 /* of the current thread: at its end, and at exec */
void exit_process(int status);                   /* all threads; wait's status; does not return */
void exit_thread(int status);                    /* this one; the last one ends the process. Does not return */
void end_threads(struct process *p);             /* wakes all threads that must end */
int keep_only_current(void);                     /* the others end first; 0, or -EINTR if this one must end itself */
void free_ended(void);                           /* who has just got its turn frees the thread that ended before */
s64 wait_process(int kind, int id, int options, int *status, int *code, u64 *child_ticks);

/* ---- Timers (calls/timers.c) ---- */

u64 timers_check(struct process *p, u64 now);    /* what is due; when the next one is, or 0 */
void timers_end(struct process *p);
int timer_clock_exists(int clock);
u64 timer_start(int clock, u64 time, int is_absolute);    /* nanoseconds since boot; 0: it is not set */
s64 timer_put(u64 user, u64 at, u64 interval);   /* a program's struct itimerspec */
void timers_tick(struct process *p);             /* it has used a tick of the processor */
void note_time(u64 at);                          /* something happens then: the scheduler looks (schedule.c) */

/* ---- Futexes (calls/futex.c) ---- */

void futex_wake_at(u64 address, int count);      /* as programs ask for without FUTEX_PRIVATE_FLAG */
void robust_list_leave(void);                    /* what the ending thread has locked becomes free */

/* ---- Signals (signal.c) ---- */

#define SIGNAL_BIT(n) (1UL << ((n) - 1))
#define UNBLOCKABLE (SIGNAL_BIT(SIGKILL) | SIGNAL_BIT(SIGSTOP))

struct handlers *handlers_copy(struct handlers *from);
void handlers_reset(struct handlers *h);         /* what is not ignored is as in a fresh program */
void handlers_release(struct handlers *h);
void signal_send(struct process *p, int number, int code, u64 value);
int signal_send_info(struct process *p, struct thread *t, int number, struct signal_info *info);     /* 0, or -EAGAIN: there are too many */
s64 signal_info_in(u64 user, struct process *to, struct signal_info *info);      /* from a program's siginfo_t; 0, -EFAULT, -EPERM (calls/signals.c) */
void signal_forget(struct pending *from, u64 set);
void signal_put_info(u8 *to, int number, struct signal_info *from);      /* siginfo_t, 128 bytes */
void signal_send_thread(struct thread *t, int number, int code, u64 value);
int signal_group(int group, int number);         /* how many got it */
void signal_force(int number, int code, u64 address);   /* to the current thread, which cannot ignore it */
int signal_is_pending(void);                     /* one that would interrupt a call; also when the thread must end or stop */
int signal_is_fatal(void);                       /* the thread must end: waiting has no use any more */
void signal_set_mask(u64 mask);                  /* of the current thread; what it blocks now others may take */
void signal_wait_mask(u64 mask);                 /* the same until the call ends, or its handler */
u64 signals_pending(void);                       /* for the current thread, blocked or not */
void signal_discard(struct process *p, u64 set); /* pending ones, of the process and its threads */
int signal_take(u64 set, struct signal_info *info);     /* the first of these that is pending, or 0 */
void signal_deliver(struct frame *f, u64 number, u64 argument0, s64 result);
int signal_is_held(int number);                  /* the current thread blocks or ignores it */
int kill_largest(void);

/* ---- Sessions (files/sessions.c) ---- */

int process_is_stopped(struct process *p);
int process_has_ended(struct process *p);
int group_is_orphaned(void);                     /* the current process's: nobody could make it go on */
void session_leave(struct process *p);           /* at its end */

#endif
