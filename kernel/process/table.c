/* The tables of processes and threads. */
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct process *current, *init_process;
struct thread *current_thread;
struct process *processes[PROCESSES];
struct thread *threads[THREADS];
int processes_end, threads_end;
u64 processes_made;

enum { LAST_ID = 32767, FIRST_REUSED_ID = 300 };

struct process *process_find(int id)
{
    int slot;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && processes[slot]->id == id) return processes[slot];
    return NULL;
}

struct thread *thread_find(int id)
{
    int slot;

    for (slot = 0; slot < threads_end; slot++)
        if (threads[slot] && threads[slot]->id == id) return threads[slot];
    return NULL;
}

struct process *process_of(int id)
{
    struct thread *t = thread_find(id);

    return t ? t->process : NULL;
}

/* Threads, processes, groups and sessions share their numbers. */
static int id_is_free(int id)
{
    int slot;

    for (slot = 0; slot < threads_end; slot++)
        if (threads[slot] && threads[slot]->id == id) return 0;
    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && (processes[slot]->group == id || processes[slot]->session == id)) return 0;
    return 1;
}

static int youngest;

static int next_id(void)
{
    do
        youngest = youngest < LAST_ID ? youngest + 1 : FIRST_REUSED_ID;
    while (!id_is_free(youngest));
    return youngest;
}

int last_id(void)
{
    return youngest;
}

struct thread *thread_new(struct process *p)
{
    struct thread *t, **end;
    int slot = 0;

    while (slot < THREADS && threads[slot]) slot++;
    if (slot == THREADS || p->alive >= THREADS_OF_PROCESS) return NULL;
    t = allocate(sizeof *t);
    if (!t) return NULL;
    if (kernel_stack_map(slot) < 0) {
        release(t);
        return NULL;
    }
    t->slot = slot;
    t->id = next_id();
    t->state = SLEEPING;
    t->frame = (struct frame *)kernel_stack_top(slot) - 1;
    t->context = arch_first_context(kernel_stack_top(slot));
    t->alternate[1] = SS_DISABLE;
    t->started = ticks;
    t->process = p;
    for (end = &p->threads; *end; end = &(*end)->next)
        ;
    *end = t;
    p->alive++;
    threads[slot] = t;
    if (slot >= threads_end) threads_end = slot + 1;
    return t;
}

/* Its stack is free already if it has ended. */
void thread_free(struct thread *t)
{
    struct thread **at = &t->process->threads;

    while (*at != t) at = &(*at)->next;
    *at = t->next;
    if (t->state != ENDED) {
        kernel_stack_unmap(t->slot);
        t->process->alive--;
    }
    signal_forget(&t->pending, ~0UL);
    threads[t->slot] = NULL;
    while (threads_end > 0 && !threads[threads_end - 1]) threads_end--;
    release(t);
}

struct process *process_new(void)
{
    struct process *p;
    int slot = 0;

    while (slot < PROCESSES && processes[slot]) slot++;
    if (slot == PROCESSES) return NULL;
    p = allocate(sizeof *p);
    if (!p) return NULL;
    p->leader = thread_new(p);
    if (!p->leader) {
        release(p);
        return NULL;
    }
    p->slot = slot;
    p->id = p->leader->id;
    p->serial = ++processes_made;
    p->started = ticks;
    processes[slot] = p;
    if (slot >= processes_end) processes_end = slot + 1;
    return p;
}

void process_free(struct process *p)
{
    thread_free(p->leader);
    signal_forget(&p->pending, ~0UL);
    timers_end(p);
    processes[p->slot] = NULL;
    while (processes_end > 0 && !processes[processes_end - 1]) processes_end--;
    release(p);
}

/* ---- Folders ---- */

struct folders *folders_copy(struct folders *from)
{
    struct folders *f = allocate(sizeof *f);

    if (!f) return NULL;
    *f = *from;
    f->holders = 1;
    inode_hold(f->working);
    inode_hold(f->root);
    return f;
}

void folders_release(struct folders *f)
{
    if (--f->holders > 0) return;
    inode_release(f->working);
    inode_release(f->root);
    release(f);
}

/* ---- The first process ---- */

static void fail(const char *what, int error)
{
    panic("%s %s: error %d", what, options.init, -error);
}

static void set_limits(struct process *p)
{
    int i;

    for (i = 0; i < RLIMITS; i++) p->limits[i] = RLIM_INFINITY;
    p->limits[RLIMIT_STACK] = STACK_SIZE;
    p->limits[RLIMIT_CORE] = p->limits[RLIMIT_NICE] = p->limits[RLIMIT_RTPRIO] = 0;
    p->limits[RLIMIT_SIGPENDING] = 1024;
    p->limits[RLIMIT_NPROC] = THREADS / 2;
    p->limits[RLIMIT_NOFILE] = DESCRIPTORS;
    copy_bytes(p->hard_limits, p->limits, sizeof p->limits);
    p->hard_limits[RLIMIT_STACK] = p->hard_limits[RLIMIT_CORE] = RLIM_INFINITY;
}

static void open_console(void)
{
    struct inode *i;
    struct file *f;

    if (path_find(tree_root, "/dev/console", 1, &i) < 0 || file_open(i, O_RDWR, &f) < 0) panic("no console");
    inode_release(i);
    descriptor_add(file_hold(f), 0, 0);
    descriptor_add(file_hold(f), 0, 0);
    descriptor_add(f, 0, 0);
}

void init_start(void)
{
    struct process *p = process_new();
    struct strings *strings = strings_new();
    int i, error = 0;

    if (!p || !strings) panic("no memory for the first process");
    p->group = p->session = p->id;
    credentials_init(&p->who);
    p->folders = allocate(sizeof *p->folders);
    p->files = descriptors_new();
    p->handlers = allocate(sizeof *p->handlers);
    if (!p->folders || !p->files || !p->handlers) panic("no memory for the first process");
    p->folders->holders = 1;
    p->folders->umask = 022;
    p->folders->working = inode_hold(tree_root);
    p->folders->root = inode_hold(tree_root);
    p->handlers->holders = 1;
    set_limits(p);
    current = init_process = p;
    current_thread = p->leader;
    open_console();
    error = strings_add(strings, options.init);
    for (i = 0; options.arguments[i] && !error; i++) error = strings_add(strings, options.arguments[i]);
    strings_end_arguments(strings);
    for (i = 0; options.environment[i] && !error; i++) error = strings_add(strings, options.environment[i]);
    if (!error) error = exec_program(options.init, strings);
    if (error) fail("cannot run", error);
    make_ready(p->leader);
}
