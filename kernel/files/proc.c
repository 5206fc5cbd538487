/* /proc: what there is to know of processes, made when it is asked for. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "net.h"
#include "proc.h"
#include "process.h"
#include "terminal.h"

enum kind {
    NO_KIND, FOLDER, STAT, STATUS, CMDLINE, COMM, MAPS, SMAPS, STATM, EXE, CWD, ROOT, FD_FOLDER, FD_LINK,
    SELF, MOUNTS,
    THREAD_SELF, TASKS, THREAD, THREAD_STAT,
    ENVIRON, LIMITS, MOUNTINFO, CGROUP, IO,
    NET, NET_TABLE,                   /* and one for each further one, */
    NODE = 128                        /* up to these, which are proc_system.c's */
};

struct name {
    const char *name;
    enum kind kind;
    u32 mode;
};

static const struct name top_names[] = {
    { "self", SELF, S_IFLNK | 0777 }, { "thread-self", THREAD_SELF, S_IFLNK | 0777 }, { "mounts", MOUNTS, S_IFREG | 0444 },
    { "net", NET, S_IFDIR | 0555 },
};

static const struct name process_names[] = {
    { "stat", STAT, S_IFREG | 0444 }, { "status", STATUS, S_IFREG | 0444 }, { "cmdline", CMDLINE, S_IFREG | 0444 },
    { "comm", COMM, S_IFREG | 0644 }, { "maps", MAPS, S_IFREG | 0444 }, { "smaps", SMAPS, S_IFREG | 0444 }, { "statm", STATM, S_IFREG | 0444 },
    { "mounts", MOUNTS, S_IFREG | 0444 }, { "exe", EXE, S_IFLNK | 0777 }, { "cwd", CWD, S_IFLNK | 0777 },
    { "root", ROOT, S_IFLNK | 0777 }, { "fd", FD_FOLDER, S_IFDIR | 0500 },
    { "task", TASKS, S_IFDIR | 0555 },
    { "environ", ENVIRON, S_IFREG | 0400 }, { "limits", LIMITS, S_IFREG | 0444 }, { "mountinfo", MOUNTINFO, S_IFREG | 0444 },
    { "cgroup", CGROUP, S_IFREG | 0444 }, { "io", IO, S_IFREG | 0400 },
};

static const struct name thread_names[] = {
    { "stat", THREAD_STAT, S_IFREG | 0444 }, { "status", STATUS, S_IFREG | 0444 }, { "comm", COMM, S_IFREG | 0644 },
    { "cmdline", CMDLINE, S_IFREG | 0444 }, { "maps", MAPS, S_IFREG | 0444 }, { "smaps", SMAPS, S_IFREG | 0444 }, { "statm", STATM, S_IFREG | 0444 },
    { "exe", EXE, S_IFLNK | 0777 }, { "cwd", CWD, S_IFLNK | 0777 }, { "root", ROOT, S_IFLNK | 0777 },
};

/* Numbers of /proc's inodes: a bit that others do not have, the process or thread, the kind or descriptor. */
static u64 number_of(int id, enum kind kind, int fd)
{
    return 1UL << 48 | (u64)id << 20 | (u64)(fd + 1) << 6 | kind;
}

static const struct virtual_folder process_folder, fd_folder, tasks_folder, thread_folder, node_folder, net_folder;

/* Whose it is: its process's, unless that is not to be looked into, or root's. */
static void own(struct inode *i)
{
    struct process *p = i->proc_id ? process_of(i->proc_id) : NULL;
    int is_shown = p && (p->who.dumpable || i->proc_kind == FOLDER);

    i->user = is_shown ? p->who.effective_user : 0;
    i->group = is_shown ? p->who.effective_group : 0;
}

static struct inode *make(struct inode *folder, int id, enum kind kind, u32 mode)
{
    struct inode *i = inode_new(mode);

    if (!i) return NULL;
    i->number = number_of(id, kind, 0);
    i->proc_id = id;
    i->proc_kind = kind;
    own(i);
    inode_set_parent(i, folder);
    if (kind == FOLDER) i->virtual = &process_folder;
    if (kind == FD_FOLDER) i->virtual = &fd_folder;
    if (kind == TASKS) i->virtual = &tasks_folder;
    if (kind == THREAD) i->virtual = &thread_folder;
    if ((int)kind >= NODE && is_folder(i)) i->virtual = &node_folder;
    if (kind == NET) i->virtual = &net_folder;
    i->system = folder->system;
    return i;
}

static struct inode *find_name(struct inode *folder, const struct name *names, u64 count, const char *name)
{
    u64 n;

    for (n = 0; n < count; n++)
        if (strings_equal(names[n].name, name)) return make(folder, folder->proc_id, names[n].kind, names[n].mode);
    return NULL;
}

static int list_name(const struct name *entry, int id, char *name, u64 *number, u32 *mode)
{
    copy_string(name, entry->name, NAME_MAX + 1);
    *number = number_of(id, entry->kind, 0);
    *mode = entry->mode;
    return 1;
}

static int is_number(const char *name)
{
    if (*name < '1' && !(name[0] == '0' && !name[1])) return 0;
    for (; *name; name++)
        if (*name < '0' || *name > '9') return 0;
    return 1;
}

/* ---- What is there of the whole system ---- */

static int parent_of(struct inode *folder)
{
    return folder->proc_kind >= NODE ? folder->proc_kind - NODE : NO_NODE;
}

static u32 mode_of(const struct node *node)
{
    return proc_node_is_folder(node) ? S_IFDIR | 0555 : S_IFREG | 0444;
}

static struct inode *node_find(struct inode *folder, const char *name)
{
    const struct node *node;
    int n;

    for (n = 0; (node = proc_node(n)); n++)
        if (node->parent == parent_of(folder) && strings_equal(node->name, name)) return make(folder, 0, NODE + n, mode_of(node));
    return NULL;
}

static int node_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    const struct node *node;
    struct name entry;
    int k;

    for (k = 0; (node = proc_node(k)); k++) {
        if (node->parent != parent_of(folder) || n-- > 0) continue;
        entry.name = node->name;
        entry.kind = NODE + k;
        entry.mode = mode_of(node);
        return list_name(&entry, 0, name, number, mode);
    }
    return 0;
}

static u64 count_nodes(struct inode *folder)
{
    const struct node *node;
    u64 count = 0;
    int n;

    for (n = 0; (node = proc_node(n)); n++) count += node->parent == parent_of(folder);
    return count;
}

static struct inode *top_find(struct inode *folder, const char *name)
{
    struct inode *i;
    int id;

    if (!is_number(name)) {
        i = find_name(folder, top_names, COUNT_OF(top_names), name);
        return i ? i : node_find(folder, name);
    }
    id = parse_number(name);
    return process_of(id) ? make(folder, id, FOLDER, S_IFDIR | 0555) : NULL;
}

static int top_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    int slot;

    if (n < COUNT_OF(top_names)) return list_name(&top_names[n], 0, name, number, mode);
    n -= COUNT_OF(top_names);
    if (n < count_nodes(folder)) return node_list(folder, n, name, number, mode);
    n -= count_nodes(folder);
    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || n-- > 0) continue;
        format_text(name, NAME_MAX + 1, "%d", processes[slot]->id);
        *number = number_of(processes[slot]->id, FOLDER, 0);
        *mode = S_IFDIR | 0555;
        return 1;
    }
    return 0;
}

static struct inode *process_find_name(struct inode *folder, const char *name)
{
    return find_name(folder, process_names, COUNT_OF(process_names), name);
}

static int process_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    return n < COUNT_OF(process_names) && list_name(&process_names[n], folder->proc_id, name, number, mode);
}

/* ---- /proc/N/task: a folder for each thread ---- */

static struct inode *tasks_find(struct inode *folder, const char *name)
{
    struct thread *t = is_number(name) ? thread_find(parse_number(name)) : NULL;

    return t && t->process == process_of(folder->proc_id) ? make(folder, t->id, THREAD, S_IFDIR | 0555) : NULL;
}

static int tasks_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    struct process *p = process_of(folder->proc_id);
    struct thread *t;

    for (t = p ? p->threads : NULL; t && n > 0; t = t->next) n--;
    if (!t) return 0;
    format_text(name, NAME_MAX + 1, "%d", t->id);
    *number = number_of(t->id, THREAD, 0);
    *mode = S_IFDIR | 0555;
    return 1;
}

static struct inode *thread_find_name(struct inode *folder, const char *name)
{
    return find_name(folder, thread_names, COUNT_OF(thread_names), name);
}

static int thread_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    return n < COUNT_OF(thread_names) && list_name(&thread_names[n], folder->proc_id, name, number, mode);
}

/* ---- Descriptors ---- */

static struct file *file_of(int id, int fd)
{
    struct process *p = process_of(id);

    return p && p->files ? descriptors_file(p->files, fd) : NULL;
}

static struct inode *fd_find(struct inode *folder, const char *name)
{
    int fd = is_number(name) ? (int)parse_number(name) : -1;
    struct inode *i;

    if (!file_of(folder->proc_id, fd)) return NULL;
    i = make(folder, folder->proc_id, FD_LINK, S_IFLNK | 0700);
    if (!i) return NULL;
    i->number = number_of(folder->proc_id, FD_LINK, fd);
    i->size = 64;
    i->data_pages = fd;                /* a link has no pages: which descriptor it is */
    return i;
}

static int fd_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    int fd;

    for (fd = 0; fd < DESCRIPTORS; fd++) {
        if (!file_of(folder->proc_id, fd) || n-- > 0) continue;
        format_text(name, NAME_MAX + 1, "%d", fd);
        *number = number_of(folder->proc_id, FD_LINK, fd);
        *mode = S_IFLNK | 0700;
        return 1;
    }
    return 0;
}

static struct inode *net_find(struct inode *folder, const char *name)
{
    u64 n;

    for (n = 0; net_table_name(n); n++)
        if (strings_equal(net_table_name(n), name)) return make(folder, 0, NET_TABLE + n, S_IFREG | 0444);
    return NULL;
}

static int net_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    struct name entry;

    (void)folder;
    entry.name = net_table_name(n);
    entry.kind = NET_TABLE + n;
    entry.mode = S_IFREG | 0444;
    return entry.name && list_name(&entry, 0, name, number, mode);
}

static const struct virtual_folder top_folder = { top_find, top_list };
static const struct virtual_folder process_folder = { process_find_name, process_list };
static const struct virtual_folder fd_folder = { fd_find, fd_list };
static const struct virtual_folder tasks_folder = { tasks_find, tasks_list };
static const struct virtual_folder thread_folder = { thread_find_name, thread_list };
static const struct virtual_folder node_folder = { node_find, node_list };
static const struct virtual_folder net_folder = { net_find, net_list };

const char *proc_name(struct inode *folder, char *number, u64 size)
{
    if (folder->proc_kind >= NODE) return proc_node(folder->proc_kind - NODE)->name;
    switch (folder->proc_kind) {
    case FD_FOLDER: return "fd";
    case TASKS: return "task";
    case NET: return "net";
    }
    format_text(number, size, "%d", folder->proc_id);
    return number;
}

struct inode *proc_root(void)
{
    struct inode *i = inode_new(S_IFDIR | 0555);

    if (!i) return NULL;
    i->virtual = &top_folder;
    i->user = i->group = 0;
    return i;
}

void proc_init(void)
{
    struct inode *i;

    tree_remove_folder(tree_root, "/proc");
    boot_needs("/proc", tree_make(tree_root, "/proc", S_IFDIR | 0555, &i));
    i->virtual = &top_folder;
    i->system = 2;
    inode_release(i);
}

/* ---- Links ---- */

static s64 read_fd_link(struct inode *i, char *to, u64 size)
{
    struct file *f = file_of(i->proc_id, i->data_pages);

    if (!f) return -ENOENT;
    if (is_folder(f->inode)) return path_of(f->inode, to, size);
    if ((f->inode->mode & S_IFMT) == S_IFSOCK) return format_text(to, size, "socket:[%lu]", f->inode->number);
    if (is_pipe(f->inode)) return format_text(to, size, "pipe:[%lu]", f->inode->number);
    if (f->inode->device) return format_text(to, size, "%s", f->inode->device->name);
    return f->name ? path_of_name(f->name, to, size) : path_of_file(f->inode, to, size);
}

s64 proc_read_link(struct inode *i, char *to, u64 size)
{
    struct process *p = process_of(i->proc_id);

    if (i->proc_kind == SELF) return format_text(to, size, "%d", current->id);
    if (i->proc_kind == THREAD_SELF) return format_text(to, size, "%d/task/%d", current->id, current_thread->id);
    if (!p) return -ENOENT;
    if (!may_look_into(p)) return -EACCES;
    switch (i->proc_kind) {
    case EXE: return p->program_path ? format_text(to, size, "%s", p->program_path) : -ENOENT;
    case CWD: return p->folders ? path_of(p->folders->working, to, size) : -ENOENT;
    case ROOT: return p->folders ? path_of(p->folders->root, to, size) : -ENOENT;
    default: return read_fd_link(i, to, size);
    }
}

struct inode *proc_follow(struct inode *i, int *error)
{
    struct process *p = process_of(i->proc_id);
    struct file *f;

    if (i->proc_kind == SELF || i->proc_kind == THREAD_SELF) return NULL;
    if (p && !may_look_into(p)) {
        *error = -EACCES;
        return NULL;
    }
    if (i->proc_kind == FD_LINK && (f = file_of(i->proc_id, i->data_pages))) return inode_hold(f->inode);
    if (i->proc_kind == EXE && p && p->program) return inode_hold(p->program);
    if (i->proc_kind == CWD && p && p->folders) return inode_hold(p->folders->working);
    if (i->proc_kind == ROOT && p && p->folders) return inode_hold(p->folders->root);
    *error = -ENOENT;
    return NULL;
}

/* ---- Texts ---- */

static const char *state_letter(struct thread *t)
{
    static const char *letters[] = { "R", "S", "T", "Z" };

    return letters[t->state];
}

static const char *state_name(struct thread *t)
{
    static const char *names[] = { "R (running)", "S (sleeping)", "T (stopped)", "Z (zombie)" };

    return names[t->state];
}

static u64 mapped_size(struct process *p)
{
    struct area *a;
    u64 size = 0;

    if (p->space)
        for (a = p->space->areas; a; a = a->next) size += a->end - a->start;
    return size;
}

static int parent_id(struct process *p)
{
    return p->parent ? p->parent->id : 0;
}

/* Which signals it ignores, and for which it has handlers. */
static void put_handled(struct process *p, u64 *ignored, u64 *caught)
{
    int number;
    u64 handler;

    *ignored = *caught = 0;
    for (number = 1; number <= SIGNALS; number++) {
        handler = p->handlers->actions[number].handler;
        if (handler == SIG_IGN) *ignored |= SIGNAL_BIT(number);
        else if (handler != SIG_DFL) *caught |= SIGNAL_BIT(number);
    }
}

#define SIGNALS_SHOWN 0x7fffffffUL

/* A process's line has the times of all its threads. */
static void put_stat(struct thread *t, int is_process, char *text)
{
    struct process *p = t->process;
    struct terminal *tty = controlling_terminal(p);
    struct space *s = p->space;
    u64 at, ignored, caught;

    at = format_text(text, PAGE_SIZE, "%d (%s) %s %d %d %d %d %d 0 0 0 0 0 %lu %lu %lu 0 %d %d %d 0 %lu %lu %lu %lu ", t->id, t->name,
                     state_letter(t), parent_id(p), p->group, p->session, tty ? (int)tty->device.number : 0, tty ? tty->foreground : -1,
                     is_process ? p->ticks_user : t->ticks_user, is_process ? p->ticks_system : t->ticks_system, is_process ? p->ticks_children : 0,
                     20 + p->nice, p->nice, p->alive, t->started, mapped_size(p), s ? s->resident : 0, p->limits[RLIMIT_RSS]);
    /* Where its code and stack are is not said; then 32 of its signals, the signal at its end, a processor and a policy. */
    put_handled(p, &ignored, &caught);
    at += format_text(text + at, PAGE_SIZE - at, "0 0 0 0 0 %lu %lu %lu %lu 0 0 0 %d 0 0 0 0 0 0 0 0 ", (t->pending.set | p->pending.set) & SIGNALS_SHOWN,
                      t->blocked & SIGNALS_SHOWN, ignored & SIGNALS_SHOWN, caught & SIGNALS_SHOWN, p->exit_signal);
    if (!s || !may_look_into(p)) format_text(text + at, PAGE_SIZE - at, "0 0 0 0 0 0\n");
    else format_text(text + at, PAGE_SIZE - at, "%lu %lu %lu %lu %lu %d\n", s->break_start, s->arguments_start, s->arguments_end, s->arguments_end,
                     s->environment_end, p->status);
}

static u64 put_groups(struct credentials *who, char *text, u64 size)
{
    u64 at = format_text(text, size, "Groups:\t");
    int n;

    for (n = 0; n < who->group_count; n++) at += format_text(text + at, size - at, "%u ", who->groups[n]);
    return at + format_text(text + at, size - at, "\n");
}

static void put_status(struct thread *t, char *text)
{
    struct process *p = t->process;
    struct credentials *who = &p->who;
    u64 at, ignored, caught;

    put_handled(p, &ignored, &caught);
    at = format_text(text, PAGE_SIZE, "Name:\t%s\nUmask:\t%04o\nState:\t%s\nTgid:\t%d\nPid:\t%d\nPPid:\t%d\nTracerPid:\t0\n"
                     "Uid:\t%u\t%u\t%u\t%u\nGid:\t%u\t%u\t%u\t%u\nFDSize:\t%d\n", t->name, p->folders ? p->folders->umask : 0, state_name(t), p->id,
                     t->id, parent_id(p), who->user, who->effective_user, who->saved_user, who->file_user, who->group, who->effective_group,
                     who->saved_group, who->file_group, DESCRIPTORS);
    at += put_groups(who, text + at, PAGE_SIZE - at);
    if (p->space) at += format_text(text + at, PAGE_SIZE - at, "VmSize:\t%8lu kB\nVmRSS:\t%8lu kB\nRssAnon:\t%8lu kB\nVmSwap:\t%8d kB\n", mapped_size(p) / 1024,
                                    p->space->resident * 4, p->space->own * 4, 0);
    at += format_text(text + at, PAGE_SIZE - at, "Threads:\t%d\nSigQ:\t%d/%lu\nSigPnd:\t%016lx\nShdPnd:\t%016lx\nSigBlk:\t%016lx\nSigIgn:\t%016lx\nSigCgt:\t%016lx\n",
                      p->alive, p->pending.queue_length, p->limits[RLIMIT_SIGPENDING], t->pending.set, p->pending.set, t->blocked, ignored, caught);
    format_text(text + at, PAGE_SIZE - at, "CapInh:\t%016lx\nCapPrm:\t%016lx\nCapEff:\t%016lx\nCapBnd:\t%016lx\nCapAmb:\t%016lx\nNoNewPrivs:\t%d\nSeccomp:\t0\n"
                "Cpus_allowed:\t1\nCpus_allowed_list:\t0\n", 0UL, who->permitted, who->effective, who->bounding, 0UL, who->no_new_privileges);
}

/* What lies there, NULs and all; how much of it. */
static u64 put_memory(struct process *p, u64 from, u64 to, char *text)
{
    u64 length = 0;
    u8 *byte;

    for (; p->space && from < to && length < PAGE_SIZE; from++) {
        byte = space_pointer(p->space, from, PAGE_READ);
        if (!byte) break;
        text[length++] = *byte;
    }
    return length;
}

static u64 put_limit(char *text, u64 size, const char *name, u64 soft, u64 hard, const char *unit)
{
    char values[2][24];
    u64 both[2];
    int i;

    both[0] = soft;
    both[1] = hard;
    for (i = 0; i < 2; i++) {
        if (both[i] == RLIM_INFINITY) copy_string(values[i], "unlimited", sizeof values[i]);
        else format_text(values[i], sizeof values[i], "%lu", both[i]);
    }
    return format_text(text, size, "%-25s %-20s %-20s %-10s\n", name, values[0], values[1], unit);
}

static void put_limits(struct process *p, char *text)
{
    static const char *names[][2] = {
        { "Max cpu time", "seconds" }, { "Max file size", "bytes" }, { "Max data size", "bytes" }, { "Max stack size", "bytes" },
        { "Max core file size", "bytes" }, { "Max resident set", "bytes" }, { "Max processes", "processes" }, { "Max open files", "files" },
        { "Max locked memory", "bytes" }, { "Max address space", "bytes" }, { "Max file locks", "locks" }, { "Max pending signals", "signals" },
        { "Max msgqueue size", "bytes" }, { "Max nice priority", "" }, { "Max realtime priority", "" }, { "Max realtime timeout", "us" },
    };
    u64 at = format_text(text, PAGE_SIZE, "%-25s %-20s %-20s %-10s\n", "Limit", "Soft Limit", "Hard Limit", "Units"), n;

    for (n = 0; n < COUNT_OF(names); n++)
        at += put_limit(text + at, PAGE_SIZE - at, names[n][0], p->limits[n], p->hard_limits[n], names[n][1]);
}

/* A thread's name is its own process's to change. */
static s64 write_name(struct file *f, u64 *offset, struct io *io)
{
    struct thread *t = thread_find(f->inode->proc_id);
    char name[PROCESS_NAME];
    u64 size = io->left;

    if (!t || t->process != current) return -EINVAL;
    clear_bytes(name, sizeof name);
    if (io_get(io, name, size < PROCESS_NAME ? size : PROCESS_NAME - 1) < 0) return -EFAULT;
    copy_bytes(t->name, name, sizeof name);
    *offset += size;
    return size;
}

static s64 read_text(struct file *f, u64 *offset, struct io *io)
{
    return text_type.read(f, offset, io);
}

static void close_text(struct file *f)
{
    text_type.close(f);
}

static const struct file_type name_type = { read_text, write_name, NULL, always_ready, close_text, 1 };

int proc_open(struct file *f)
{
    enum kind kind = f->inode->proc_kind;
    struct thread *t = thread_find(f->inode->proc_id);
    struct process *p = t ? t->process : NULL;
    char *text;
    u64 length = 0;

    if ((f->flags & O_ACCMODE) != O_RDONLY && kind != COMM) return -EACCES;
    if (f->inode->proc_id && !p) return -ENOENT;
    if ((int)kind >= NET_TABLE && (int)kind < NODE) {
        net_table_open(f, kind - NET_TABLE);
        return 0;
    }
    if ((kind == MAPS || kind == SMAPS || kind == ENVIRON || kind == IO) && !may_look_into(p)) return -EACCES;
    if (kind == MAPS || kind == SMAPS) return maps_open(f, kind == SMAPS);
    text = allocate(PAGE_SIZE);
    if (!text) return -ENOMEM;
    switch (kind) {
    case STAT: put_stat(t, 1, text); break;
    case THREAD_STAT: put_stat(t, 0, text); break;
    case STATUS: put_status(t, text); break;
    case COMM: format_text(text, PAGE_SIZE, "%s\n", t->name); break;
    case STATM: format_text(text, PAGE_SIZE, "%lu %lu 0 0 0 0 0\n", mapped_size(p) / PAGE_SIZE, p->space ? p->space->resident : 0); break;
    case CMDLINE: length = p->space ? put_memory(p, p->space->arguments_start, p->space->arguments_end, text) : 0; break;
    case ENVIRON: length = p->space ? put_memory(p, p->space->arguments_end, p->space->environment_end, text) : 0; break;
    case LIMITS: put_limits(p, text); break;
    case MOUNTINFO: mounts_put(text, PAGE_SIZE, 1); break;
    case CGROUP: format_text(text, PAGE_SIZE, "0::/\n"); break;
    case IO: format_text(text, PAGE_SIZE, "rchar: 0\nwchar: 0\nsyscr: 0\nsyscw: 0\nread_bytes: 0\nwrite_bytes: 0\ncancelled_write_bytes: 0\n"); break;
    case MOUNTS: mounts_put(text, PAGE_SIZE, 0); break;
    default: proc_node_put(proc_node(kind - NODE), text);
    }
    f->text = text;
    f->text_length = kind == CMDLINE || kind == ENVIRON ? length : string_length(text);
    f->type = kind == COMM ? &name_type : &text_type;
    return 0;
}
