/* /proc: what there is to know of processes, made when it is asked for. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "net.h"
#include "process.h"
#include "terminal.h"

enum kind {
    NO_KIND, FOLDER, STAT, STATUS, CMDLINE, COMM, MAPS, STATM, EXE, CWD, ROOT, FD_FOLDER, FD_LINK,
    SELF, MEMINFO, UPTIME, VERSION, MOUNTS, FILESYSTEMS, LOADAVG, CPUINFO, WHOLE_STAT,
    THREAD_SELF, TASKS, THREAD, THREAD_STAT,
    ENVIRON, LIMITS, MOUNTINFO, CGROUP, IO, PARTITIONS, SYS, SYS_KERNEL, HOSTNAME, PID_MAX, OSRELEASE, OSTYPE,
    NET, NET_TABLE /* and one for each further one, to the end */
};

struct name {
    const char *name;
    enum kind kind;
    u32 mode;
};

static const struct name top_names[] = {
    { "self", SELF, S_IFLNK | 0777 }, { "thread-self", THREAD_SELF, S_IFLNK | 0777 }, { "meminfo", MEMINFO, S_IFREG | 0444 }, { "uptime", UPTIME, S_IFREG | 0444 },
    { "version", VERSION, S_IFREG | 0444 }, { "mounts", MOUNTS, S_IFREG | 0444 },
    { "filesystems", FILESYSTEMS, S_IFREG | 0444 }, { "loadavg", LOADAVG, S_IFREG | 0444 },
    { "cpuinfo", CPUINFO, S_IFREG | 0444 }, { "stat", WHOLE_STAT, S_IFREG | 0444 },
    { "partitions", PARTITIONS, S_IFREG | 0444 }, { "sys", SYS, S_IFDIR | 0555 }, { "net", NET, S_IFDIR | 0555 },
};

static const struct name sys_names[] = { { "kernel", SYS_KERNEL, S_IFDIR | 0555 } };

static const struct name kernel_names[] = {
    { "hostname", HOSTNAME, S_IFREG | 0444 }, { "osrelease", OSRELEASE, S_IFREG | 0444 }, { "ostype", OSTYPE, S_IFREG | 0444 },
    { "pid_max", PID_MAX, S_IFREG | 0444 },
};

static const struct name process_names[] = {
    { "stat", STAT, S_IFREG | 0444 }, { "status", STATUS, S_IFREG | 0444 }, { "cmdline", CMDLINE, S_IFREG | 0444 },
    { "comm", COMM, S_IFREG | 0644 }, { "maps", MAPS, S_IFREG | 0444 }, { "statm", STATM, S_IFREG | 0444 },
    { "mounts", MOUNTS, S_IFREG | 0444 }, { "exe", EXE, S_IFLNK | 0777 }, { "cwd", CWD, S_IFLNK | 0777 },
    { "root", ROOT, S_IFLNK | 0777 }, { "fd", FD_FOLDER, S_IFDIR | 0500 },
    { "task", TASKS, S_IFDIR | 0555 },
    { "environ", ENVIRON, S_IFREG | 0400 }, { "limits", LIMITS, S_IFREG | 0444 }, { "mountinfo", MOUNTINFO, S_IFREG | 0444 },
    { "cgroup", CGROUP, S_IFREG | 0444 }, { "io", IO, S_IFREG | 0400 },
};

static const struct name thread_names[] = {
    { "stat", THREAD_STAT, S_IFREG | 0444 }, { "status", STATUS, S_IFREG | 0444 }, { "comm", COMM, S_IFREG | 0644 },
    { "cmdline", CMDLINE, S_IFREG | 0444 }, { "maps", MAPS, S_IFREG | 0444 }, { "statm", STATM, S_IFREG | 0444 },
    { "exe", EXE, S_IFLNK | 0777 }, { "cwd", CWD, S_IFLNK | 0777 }, { "root", ROOT, S_IFLNK | 0777 },
};

/* Numbers of /proc's inodes: a bit that others do not have, the process or thread, the kind or descriptor. */
static u64 number_of(int id, enum kind kind, int fd)
{
    return 1UL << 48 | (u64)id << 20 | (u64)(fd + 1) << 6 | kind;
}

static const struct virtual_folder process_folder, fd_folder, tasks_folder, thread_folder, sys_folder, net_folder;

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
    if (kind == SYS || kind == SYS_KERNEL) i->virtual = &sys_folder;
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

static struct inode *top_find(struct inode *folder, const char *name)
{
    int id;

    if (!is_number(name)) return find_name(folder, top_names, COUNT_OF(top_names), name);
    id = parse_number(name);
    return process_of(id) ? make(folder, id, FOLDER, S_IFDIR | 0555) : NULL;
}

static int top_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    int slot;

    (void)folder;
    if (n < COUNT_OF(top_names)) return list_name(&top_names[n], 0, name, number, mode);
    n -= COUNT_OF(top_names);
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

static struct inode *sys_find(struct inode *folder, const char *name)
{
    if (folder->proc_kind == SYS) return find_name(folder, sys_names, COUNT_OF(sys_names), name);
    return find_name(folder, kernel_names, COUNT_OF(kernel_names), name);
}

static int sys_list(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode)
{
    if (folder->proc_kind == SYS) return n < COUNT_OF(sys_names) && list_name(&sys_names[n], 0, name, number, mode);
    return n < COUNT_OF(kernel_names) && list_name(&kernel_names[n], 0, name, number, mode);
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
static const struct virtual_folder sys_folder = { sys_find, sys_list };
static const struct virtual_folder net_folder = { net_find, net_list };

const char *proc_name(struct inode *folder, char *number, u64 size)
{
    switch (folder->proc_kind) {
    case FD_FOLDER: return "fd";
    case TASKS: return "task";
    case SYS: return "sys";
    case SYS_KERNEL: return "kernel";
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
    if (tree_make(tree_root, "/proc", S_IFDIR | 0555, &i) < 0) panic("no room for /proc");
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

/* A process's line has the times of all its threads. */
static void put_stat(struct thread *t, int is_process, char *text)
{
    struct process *p = t->process;
    struct terminal *tty = controlling_terminal(p);

    format_text(text, PAGE_SIZE, "%d (%s) %s %d %d %d %d %d 0 0 0 0 0 %lu %lu %lu 0 %d %d %d 0 %lu %lu %lu 0\n", t->id, t->name,
                state_letter(t), parent_id(p), p->group, p->session, tty ? (int)tty->device.number : 0, tty ? tty->foreground : -1, is_process ? p->ticks_user : t->ticks_user,
                is_process ? p->ticks_system : t->ticks_system, is_process ? p->ticks_children : 0, 20 + p->nice, p->nice, p->alive, t->started,
                mapped_size(p), p->space ? p->space->resident : 0);
}

static void put_status(struct thread *t, char *text)
{
    struct process *p = t->process;
    struct credentials *who = &p->who;

    format_text(text, PAGE_SIZE, "Name:\t%s\nState:\t%s\nTgid:\t%d\nPid:\t%d\nPPid:\t%d\nUid:\t%u\t%u\t%u\t%u\nGid:\t%u\t%u\t%u\t%u\n"
                "VmSize:\t%8lu kB\nVmRSS:\t%8lu kB\nThreads:\t%d\nSigPnd:\t%016lx\nShdPnd:\t%016lx\nSigBlk:\t%016lx\n",
                t->name, state_name(t), p->id, t->id, parent_id(p), who->user, who->effective_user, who->saved_user, who->file_user,
                who->group, who->effective_group, who->saved_group, who->file_group, mapped_size(p) / 1024,
                p->space ? p->space->resident * 4 : 0, p->alive, t->pending.set, p->pending.set, t->blocked);
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

static u64 seconds(void)
{
    return arch_nanoseconds() / 1000000000;
}

static u64 hundredths(void)
{
    return arch_nanoseconds() / 10000000 % 100;
}

static void put_top(enum kind kind, char *text)
{
    switch (kind) {
    case MEMINFO:
        format_text(text, PAGE_SIZE, "MemTotal:       %8lu kB\nMemFree:        %8lu kB\nMemAvailable:   %8lu kB\n"
                    "Buffers:               0 kB\nCached:                0 kB\nSwapTotal:             0 kB\nSwapFree:              0 kB\n",
                    pages_total * 4, pages_free * 4, pages_free * 4);
        break;
    case UPTIME: format_text(text, PAGE_SIZE, "%lu.%02lu 0.00\n", seconds(), hundredths()); break;
    case VERSION: format_text(text, PAGE_SIZE, "Linux version 6.1.0-seed (minicc) #1 " MACHINE_NAME "\n"); break;
    case MOUNTS: mounts_put(text, PAGE_SIZE, 0); break;
    case FILESYSTEMS: format_text(text, PAGE_SIZE, "nodev\trootfs\nnodev\tproc\nnodev\ttmpfs\n"); break;
    case PARTITIONS: format_text(text, PAGE_SIZE, "major minor  #blocks  name\n\n"); break;
    case HOSTNAME: format_text(text, PAGE_SIZE, "%s\n", system_name()); break;
    case OSRELEASE: format_text(text, PAGE_SIZE, "%s\n", system_release()); break;
    case OSTYPE: format_text(text, PAGE_SIZE, "Linux\n"); break;
    case PID_MAX: format_text(text, PAGE_SIZE, "32768\n"); break;
    case LOADAVG: format_text(text, PAGE_SIZE, "0.00 0.00 0.00 1/%d %d\n", processes_end, current->id); break;
    case CPUINFO: format_text(text, PAGE_SIZE, "processor\t: 0\nmodel name\t: " MACHINE_NAME "\n"); break;
    default: format_text(text, PAGE_SIZE, "cpu  %lu 0 0 %lu 0 0 0 0 0 0\ncpu0 %lu 0 0 %lu 0 0 0 0 0 0\nbtime %lu\n",
                         ticks_busy, ticks - ticks_busy, ticks_busy, ticks - ticks_busy, wall_nanoseconds() / 1000000000 - seconds());
    }
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
    if (kind >= NET_TABLE) {
        net_table_open(f, kind - NET_TABLE);
        return 0;
    }
    if ((kind == MAPS || kind == ENVIRON || kind == IO) && !may_look_into(p)) return -EACCES;
    if (kind == MAPS) return maps_open(f);
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
    default: put_top(kind, text);
    }
    f->text = text;
    f->text_length = kind == CMDLINE || kind == ENVIRON ? length : string_length(text);
    f->type = kind == COMM ? &name_type : &text_type;
    return 0;
}
