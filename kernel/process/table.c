/* The table of processes. */
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct process *current, *init_process;
struct process *processes[PROCESSES];
int processes_end;

enum { LAST_ID = 32767, FIRST_REUSED_ID = 300 };

struct process *process_find(int id)
{
    int slot;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && processes[slot]->id == id) return processes[slot];
    return NULL;
}

static int id_is_free(int id)
{
    int slot;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && (processes[slot]->id == id || processes[slot]->group == id || processes[slot]->session == id)) return 0;
    return 1;
}

static int next_id(void)
{
    static int last;

    do
        last = last < LAST_ID ? last + 1 : FIRST_REUSED_ID;
    while (!id_is_free(last));
    return last;
}

struct process *process_new(void)
{
    struct process *p;
    int slot = 0;

    while (slot < PROCESSES && processes[slot]) slot++;
    if (slot == PROCESSES) return NULL;
    p = allocate(sizeof *p);
    if (!p) return NULL;
    if (kernel_stack_map(slot) < 0) {
        release(p);
        return NULL;
    }
    p->slot = slot;
    p->id = next_id();
    p->state = SLEEPING;
    p->frame = (struct frame *)kernel_stack_top(slot) - 1;
    p->context = arch_first_context(kernel_stack_top(slot));
    p->started = ticks;
    processes[slot] = p;
    if (slot >= processes_end) processes_end = slot + 1;
    return p;
}

void process_free(struct process *p)
{
    kernel_stack_unmap(p->slot);
    processes[p->slot] = NULL;
    while (processes_end > 0 && !processes[processes_end - 1]) processes_end--;
    release(p);
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
    p->limits[RLIMIT_CORE] = 0;
    p->limits[RLIMIT_NPROC] = PROCESSES / 2;
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
    p->umask = 022;
    credentials_init(&p->who);
    p->working_folder = inode_hold(tree_root);
    p->files = descriptors_new();
    p->handlers = allocate(sizeof *p->handlers);
    if (!p->files || !p->handlers) panic("no memory for the first process");
    p->handlers->holders = 1;
    p->alternate[1] = SS_DISABLE;
    set_limits(p);
    current = init_process = p;
    open_console();
    error = strings_add(strings, options.init);
    for (i = 0; options.arguments[i] && !error; i++) error = strings_add(strings, options.arguments[i]);
    strings_end_arguments(strings);
    for (i = 0; options.environment[i] && !error; i++) error = strings_add(strings, options.environment[i]);
    if (!error) error = exec_program(options.init, strings);
    if (error) fail("cannot run", error);
    make_ready(p);
}
