/* The tree of files, and what programs hold of it. */
#ifndef FILES_H
#define FILES_H

#include "checks.h"
#include "linux.h"

struct process;
struct file;

/* ---- Transfers (io.c): between the kernel and a program's memory, or a kernel buffer ------------ */

struct io {
    u64 user;          /* the program's address; used unless kernel is set */
    u8 *kernel;
    u64 left, done;
    u64 piece;         /* bytes left in this piece of memory */
    u64 vector;        /* a program's struct iovec for the next piece */
    u32 pieces;        /* how many there are */
};

int io_put(struct io *io, const void *from, u64 size);     /* 0 or -EFAULT */
int io_get(struct io *io, void *to, u64 size);
int io_clear(struct io *io, u64 size);
int io_check(struct io *io);                               /* whether the program's bytes can all be read: 0 or -EFAULT */
void io_user(struct io *io, u64 address, u64 size);
void io_kernel(struct io *io, void *buffer, u64 size);
/* Pieces of a program's memory, one behind the other; 0, -EINVAL, -EMSGSIZE, -EFAULT. */
int io_vector(struct io *io, u64 vector, u64 count);

/* ---- Bytes between a writer and a reader (ring.c) ---------------------------------------------------- */

enum { RING_PAGES = 16, RING = RING_PAGES * 4096, RING_MAX = 512 * 4096 };

struct ring {
    u64 *pages;                  /* those that were needed so far */
    u32 size;                    /* whole pages; 0: RING */
    u32 start, count;
};

u32 ring_size(struct ring *r);
int ring_resize(struct ring *r, u32 size);                 /* 0, -EBUSY: it holds more, -ENOMEM */

void ring_get(struct ring *r, struct io *io);              /* as much as there is, and the program can take */
int ring_put(struct ring *r, struct io *io);               /* a piece, at least a byte if there is room; 0, -ENOMEM, -EFAULT */
void ring_skip(struct ring *r, u32 size);
void ring_free(struct ring *r);

/* ---- Inodes (inode.c) ----------------------------------------------------------------------------- */

struct entry;
struct pipe;
struct device;
struct socket;
struct inode;

/* A folder whose entries are made when they are looked at: /proc. */
struct virtual_folder {
    struct inode *(*find)(struct inode *folder, const char *name);
    /* Entry number n: its name, number and mode; 0 when there is none. */
    int (*list)(struct inode *folder, u64 n, char *name, u64 *number, u32 *mode);
};

/* Not above 336 bytes, which is one of the heap's sizes (memory/heap.c): there are many of them. */
struct inode {
    u64 number;
    u32 mode, links;
    u32 holders;                 /* open files, working folders, walks */
    u32 user, group;
    u32 charged_user;            /* who is charged for it, and how many bytes (memory/quota.c) */
    u64 charged;
    u64 size;
    struct linux_time accessed, modified, changed, born;
    /* A file: the tree of its pages, of 512 entries each. */
    u64 data_root, data_pages;
    int data_levels;
    u32 system;                  /* st_dev; of all kinds */
    /* A folder: its entries in the order of their making, and where it stands itself. */
    struct entry *first, *last;
    struct entry *listed;        /* where getdents was last: the next entry is most likely the one behind */
    struct inode *parent;
    struct inode *covered_by;    /* the root that is mounted on it */
    struct inode *covers;        /* a mounted tree's root: the folder below it, held */
    const struct virtual_folder *virtual;
    char *target;                /* a symbolic link's */
    const struct device *device;
    u32 node;                    /* a node's number, whether that device is there or not */
    struct terminal *terminal;   /* of /dev/pts/N: goes with it */
    struct pipe *pipe;
    struct socket *socket;       /* bound to this name; it holds the inode */
    struct lock *locks;
    struct watch *watches;       /* who is told what happens to it (inotify.c) */
    u8 may_be_named;             /* made by O_TMPFILE: it has no name yet */
    u8 is_anonymous;             /* a pipe that pipe() made: whoever opens an end does not wait for the other */
    u8 memory;                   /* of enum memory_file */
    u8 seals;                    /* of a memfd: F_SEAL_… */
    u8 has_shown_zeros;          /* where it has no page a program may have the page of zeros mapped */
    u32 mappings;                /* areas of programs that show it */
    u32 writers, runners;        /* who has it open for writing, whose program it is: never both (ETXTBSY) */
    /* Of /proc: which process, which entry; the text that an open file then shows. */
    int proc_id, proc_kind;
    CHECK(struct inode *next_found; u32 holders_found; int is_found;)
};

struct inode *inode_new(u32 mode);             /* one holder, no links; NULL: no room */
struct inode *inode_hold(struct inode *i);
void inode_release(struct inode *i);
void inode_set_parent(struct inode *i, struct inode *parent);   /* holds it as long as i is there */
CHECK(extern u64 live_inodes, live_files;)     /* references.c */
int inode_charge(struct inode *i, u64 bytes);   /* so many more of its user's quota; 0 or -errno */
int inode_set_user(struct inode *i, u32 user);
void inode_touch(struct inode *i);             /* modified now */
struct linux_time time_now(void);              /* CLOCK_REALTIME */

int is_folder(struct inode *i);
int is_file(struct inode *i);
int is_link(struct inode *i);
int is_pipe(struct inode *i);
int is_socket(struct inode *i);

/* Files without a name: what is behind shared memory, and memfd_create's. The first's pages were promised (memory/commit.c). */
enum memory_file { NO_MEMORY_FILE, PROMISED_MEMORY, UNPROMISED_MEMORY, MEMFD };

struct inode *shared_memory_new(u64 size, int is_promised);      /* memfd.c; NULL: no room */
void shared_memory_end(struct inode *i);
int memfd_make(const char *name, int can_be_sealed, struct file **made);
s64 memfd_add_seals(struct file *f, u32 seals);
s64 memfd_seals(struct file *f);
int memfd_refuses_size(struct inode *i, u64 size);               /* whether it is sealed against that */

/* ---- A file's bytes (data.c) ------------------------------------------------------------------------ */

#define FILE_SIZE_MAX (1UL << 39)

extern u64 file_pages;                                           /* of all files */

s64 data_read(struct inode *i, u64 offset, struct io *io);       /* bytes, 0 at the end, -EFAULT */
s64 data_write(struct inode *i, u64 offset, struct io *io);      /* bytes, or -ENOSPC, -EFAULT, -EFBIG */
void data_resize(struct inode *i, u64 size);
int data_reserve(struct inode *i, u64 start, u64 end);           /* 0, -ENOSPC */
void data_punch(struct inode *i, u64 start, u64 end);
void data_free(struct inode *i);                                 /* all of it */
int files_may_grow(void);
u64 data_page(struct inode *i, u64 index);                       /* the page, or 0 where there is none */
u64 data_page_to_write(struct inode *i, u64 index);              /* makes it if there is none; 0: no room */
void data_clear_tail(struct inode *i);                           /* the rest of the last page */

/* ---- Entries of folders (folder.c) ------------------------------------------------------------------- */

struct entry {
    struct entry *hash_next, *next, *previous;
    struct inode *folder, *inode;
    u32 charged_user;            /* who made the name */
    struct file *files;          /* those that were opened by this name */
    u64 cookie;                  /* getdents' offset: later entries have larger ones */
    u32 hash;
    char name[];
};

extern struct inode *tree_root;

void tree_init(void);
struct inode *folder_find(struct inode *folder, const char *name);       /* held; NULL: not there */
int folder_add(struct inode *folder, const char *name, struct inode *i); /* 0, -ENOSPC; the caller looked for the name */
void folder_replace(struct inode *folder, const char *name, struct inode *i);
void folder_exchange(struct inode *folder, const char *name, struct inode *other, const char *other_name);
void folder_remove(struct inode *folder, const char *name);
int folder_is_empty(struct inode *folder);
struct entry *folder_entry_of(struct inode *folder, struct inode *i);
struct entry *entry_of(struct inode *i);                         /* one of its names; NULL: it has none */
/*
 * An open file keeps the name it was opened by. A name that was removed stays, without an inode, until the last of its files is closed;
 * one that moves takes them along.
 */
void file_take_name(struct file *f, struct inode *folder, const char *name);
void file_drop_name(struct file *f);
void folder_move_files(struct inode *from, const char *old, struct inode *to, const char *new);

/* ---- Mounts (mount.c): 0 or -errno ------------------------------------------------------------------------ */

struct inode *mount_over(struct inode *i);                   /* what is mounted there; takes a hold and gives one */
int mount_add(struct inode *target, const char *source, const char *type, u32 flags, const char *data);
int mount_change(struct inode *root, u32 flags);
int mount_remove(struct inode *root, int at_once);           /* at once: also if it is in use */
u32 mount_flags(struct inode *i);                            /* MS_RDONLY and so on, of the tree it is in */
void mounts_put(char *text, u64 size, int is_info);          /* /proc/mounts, mountinfo */
CHECK(void mounts_visit(void (*visit)(struct inode *i));)

/* ---- Paths (path.c) ------------------------------------------------------------------------------------- */

/* Where a path leads: the last name in its folder. `inode` is NULL if nothing is there. Both are held. */
struct place {
    struct inode *folder, *inode;
    int wants_folder;            /* the path ended in a slash */
    int is_special;              /* the last name is . or .., or there is none */
    char name[NAME_MAX + 1];
};

/* How the last name of a path is taken: a link is followed; a slash behind a new name's asks for no folder yet. */
enum { WALK_FOLLOW = 1, WALK_NEW = 2 };
/* What a path may not do on its way; with one of the last two the folder where it starts is the root, and leaving it an error, or impossible. */
enum { WALK_ONE_SYSTEM = 0x100, WALK_NO_MAGIC = 0x200, WALK_NO_LINKS = 0x400, WALK_BENEATH = 0x800, WALK_IN_ROOT = 0x1000 };

int path_walk(struct inode *from, const char *path, int how, struct place *p);      /* 0, or -errno */
void place_release(struct place *p);
int path_find(struct inode *from, const char *path, int follow, struct inode **found);
s64 path_of(struct inode *folder, char *to, u64 size);       /* a folder's path below the process's root; its length or -ERANGE, -ENOENT */
s64 path_of_name(struct entry *e, char *to, u64 size);
s64 path_of_file(struct inode *i, char *to, u64 size);        /* one of a file's paths, or what stands for it */
struct inode *root_folder(void);                             /* the current process's (chroot) */

/* Makes what is missing of a path's folders; for the initramfs. */
int path_make_folders(const char *path);

/* ---- Changes of the tree (change.c): 0 or -errno ------------------------------------------------------------ */

int tree_make_device(struct inode *from, const char *path, u32 mode, u32 number);
int tree_make(struct inode *from, const char *path, u32 mode, struct inode **made);  /* a file, folder or fifo */
int tree_make_link(struct inode *from, const char *path, const char *target);
int tree_link(struct inode *i, struct inode *from, const char *path);
int tree_unlink(struct inode *from, const char *path);
int tree_remove_folder(struct inode *from, const char *path);
int tree_rename(struct inode *from, const char *old, struct inode *to, const char *new, int flags);

/* ---- Open files (file.c) ---------------------------------------------------------------------------------- */

struct file {
    u32 holders, flags;          /* flags: open's, without those that only matter to open itself */
    struct inode *inode;
    const struct file_type *type;
    struct entry *name;          /* it was opened by; NULL: none, or it is not known */
    struct file *name_next, *name_previous;      /* others that were */
    u32 charged_user;            /* who opened it */
    u64 offset;
    struct terminal *terminal;   /* NULL: another kind */
    struct epoll *epoll;         /* the same */
    void *own;                   /* eventfd's, timerfd's, signalfd's and a socket's: each kind has its own structure */
    u32 watchers;                /* how often epolls watch it */
    u32 in_flight;               /* of its holders, messages on their way to somebody (net/rights.c) */
    char *text;                  /* of /proc: made when it was opened */
    u64 text_length;
    CHECK(struct file *next_found; u32 holders_found;)
};

struct file_type {
    /* Bytes, or -errno. `offset` moves along. */
    s64 (*read)(struct file *f, u64 *offset, struct io *io);
    s64 (*write)(struct file *f, u64 *offset, struct io *io);
    s64 (*control)(struct file *f, u64 request, u64 argument);       /* ioctl; NULL: not a terminal */
    int (*ready)(struct file *f);                                    /* POLLIN and so on */
    void (*close)(struct file *f);
    int seeks;
    int takes_empty;                                                 /* also reads and writes of no bytes, which do nothing elsewhere */
    u64 (*edges)(struct file *f, u32 events);                        /* how often something new of these was ready; NULL: nobody counts */
};

int file_open(struct inode *i, int flags, struct file **opened);
int file_open_device(struct inode *i, int flags, struct file **opened);      /* the same of what is known to be one: never sleeps */
struct file *file_hold(struct file *f);
void file_release(struct file *f);
s64 file_read(struct file *f, u64 *offset, struct io *io);
s64 file_write(struct file *f, u64 *offset, struct io *io);

int always_ready(struct file *f);                                 /* of what nobody needs to wait for, nor can (epoll) */

extern const struct file_type regular_type, folder_type, pipe_type, text_type;

/* ---- Locks (locks.c) --------------------------------------------------------------------------------------------- */

enum lock_world { LOCKS_OF_RANGES, LOCKS_OF_FILES };

s64 locks_control(struct file *f, int command, u64 user);        /* fcntl's commands; may sleep */
s64 locks_flock(struct file *f, int operation);                  /* may sleep */
void locks_end(struct inode *i, const void *owner);              /* an open file, or a table of descriptors that closes the file */

/* ---- Descriptors (descriptors.c) ----------------------------------------------------------------------------- */

enum { DESCRIPTORS = 1024, DESCRIPTOR_BLOCK = 128 };

struct descriptors {
    int holders;
    struct file **blocks[DESCRIPTORS / DESCRIPTOR_BLOCK];
    u8 close_on_exec[DESCRIPTORS / 8];
    CHECK(int is_found;)
};

struct descriptors *descriptors_new(void);
struct descriptors *descriptors_copy(struct descriptors *d);
void descriptors_release(struct descriptors *d);
void descriptors_close_on_exec(struct descriptors *d);
struct file *descriptor_file(int fd);                             /* of the current process; NULL: none. Not over a sleep! */
struct file *descriptor_hold(int fd);                             /* the same, held */
struct file *descriptors_file(struct descriptors *d, int fd);     /* of any process */
int descriptor_is(int fd, struct file *f);                        /* still, after a sleep */
int descriptor_limit(void);                                       /* numbers are below */
int descriptor_is_left(void);                                     /* whether there is a free number */
int descriptor_add(struct file *f, int lowest, int close_on_exec);   /* takes the caller's hold; fd or -EMFILE */
int descriptor_set(int fd, struct file *f, int close_on_exec);       /* the same at a number; closes what was there */
int descriptor_close(int fd);
void descriptors_close_range(u32 first, u32 last, int on_exec);      /* or when a program is started */
int descriptor_flags(int fd);
void descriptor_set_flags(int fd, int close_on_exec);

/* ---- Pipes (pipe.c), devices (devices.c), the console (console.c), /proc (proc.c) ------------------------------ */

int pipe_make(struct file *ends[2], int flags);
int pipe_open(struct file *f);
void pipe_free(struct pipe *p);
s64 pipe_unread(struct inode *i);
s64 pipe_size(struct inode *i);
s64 pipe_resize(struct inode *i, u32 size);                       /* the size it has then, or -errno */
/*
 * For splice and its relatives. The first two may sleep: 1, 0 at the pipe's end, or -errno (-EAGAIN if they must not wait); then nobody
 * else is in the middle of something, and nothing changes until somebody sleeps. Who claims a pipe has it to himself over sleeps.
 */
s64 pipe_wait_bytes(struct file *f, int waits);
s64 pipe_wait_room(struct file *f, int waits);
int pipe_has_bytes(struct file *f);
u64 pipe_room(struct inode *i);
void pipe_claim(struct inode *i, int on);
u64 pipe_peek(struct inode *i, void *to, u64 size);               /* a piece of what is read next; how long it is */
void pipe_skip(struct inode *i, u64 size);
int pipe_fill(struct inode *i, struct io *io);                    /* as much as there is room for; 0, -ENOMEM, -EFAULT */
void pipe_drain(struct inode *i, struct io *io);
s64 pipe_pass(struct inode *from, struct inode *to, u64 size, int keeps);

struct device {
    const char *name;
    u32 number;                                                   /* st_rdev */
    const struct file_type *type;
    int (*open)(struct file *f);                                  /* sets what the file needs; NULL: `type` is all */
};

/* ---- epoll (epoll.c): 0 or -errno ---- */

struct epoll_report {
    u32 events;
    u64 data;
};

int epoll_make(struct file **made);
int epoll_add(struct file *f, int fd, struct file *watched, u32 events, u64 data);
int epoll_change(struct file *f, int fd, struct file *watched, u32 events, u64 data);
int epoll_remove(struct file *f, int fd, struct file *watched);
u64 epoll_size(struct file *f);                                   /* how many it watches */
int epoll_next(struct file *f, u64 *left, struct epoll_report *report);   /* one of the next `left` that is ready; 0: there is none */
void epoll_forget(struct file *f);                                /* it is closed */

/* ---- eventfd (eventfd.c), timerfd (timerfd.c) ---- */

int eventfd_make(u64 count, int is_semaphore, int flags, struct file **made);
int timerfd_make(int clock, int flags, struct file **made);
int timerfd_is(struct file *f);
s64 timerfd_set(struct file *f, u64 time, u64 interval, int is_absolute, u64 old);   /* old: where the program wants to have what was set, or 0 */
s64 timerfd_put(struct file *f, u64 user);
u64 timerfds_check(u64 now);                                      /* wakes who waits for what is due; when the next one is, or 0 */

/* ---- pidfd (pidfd.c) ---- */

int pidfd_make(struct process *p, int flags, struct file **made);
int pidfd_is(struct file *f);
int pidfd_id(struct file *f);
struct process *pidfd_process(struct file *f);                    /* NULL: it has gone */

/* ---- signalfd (signalfd.c) ---- */

int signalfd_make(int flags, struct file **made);
int signalfd_is(struct file *f);
void signalfd_set(struct file *f, u64 set);
void signalfds_notice(void);                                      /* a signal was sent to somebody */

/* ---- inotify (inotify.c): 0, or -errno ---- */

enum { INOTIFY_QUEUE = 16384, INOTIFY_QUEUES = 128, INOTIFY_WATCHES = 8192 };       /* notices of a queue; a user's queues and watches */

int inotify_make(int flags, struct file **made);
int inotify_is(struct file *f);
int inotify_watch(struct file *f, struct inode *i, u32 mask);     /* the watch's number */
int inotify_unwatch(struct file *f, int number);
CHECK(void inotify_visit(struct file *f, void (*visit)(struct inode *i));)

/* Events of IN_…, for who watches: */
void notify(struct inode *i, u32 event);                          /* the inode itself */
void notify_name(struct inode *folder, const char *name, struct inode *i, u32 event, u32 cookie);      /* names in this folder */
void notify_file(struct file *f, u32 event);                      /* the file, or names in the folder in which it was opened */
void notify_place(struct place *p, u32 event);                    /* what a path leads to, or names in its folder */
void notify_end(struct inode *i);                                 /* the inode, which is about to go */
void notify_unmount(u32 system);                                  /* anything in this tree */
u32 notify_cookie(void);                                          /* for the two events of a name that moves */

#define ZERO_DEVICE 0x105u                                          /* /dev/zero's number */
int device_make(const struct device *d, int flags, struct file **made);      /* opens a device that has no name in the tree */
void devices_init(void);
void boot_needs(const char *name, int error);                     /* or it ends in a panic that says what is in the way */
const struct device *device_find(u32 number);                     /* NULL: there is none */

void console_init(void);
int console_open(struct file *f);
void console_poll(void);                                          /* takes in what was typed */

void proc_init(void);
struct inode *proc_root(void);                                    /* of one more /proc; NULL: no room */
const char *proc_name(struct inode *folder, char *number, u64 size);      /* a folder's */
int proc_open(struct file *f);
int maps_open(struct file *f, int has_details);                   /* /proc/N/maps and smaps (maps.c) */
/* A link of /proc as a path, or -errno; and what it leads to, held. */
s64 proc_read_link(struct inode *i, char *to, u64 size);
struct inode *proc_follow(struct inode *i, int *error);
u64 random_number(void);
s64 random_fill(struct io *io);                                   /* bytes, or -EFAULT; may sleep */

#endif
