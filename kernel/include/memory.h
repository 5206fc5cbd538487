/* Pages, small objects, page tables, the memory of programs. */
#ifndef MEMORY_H
#define MEMORY_H

#include "arch.h"

#define KERNEL_ADDRESS(physical) ((void *)((physical) + KERNEL_OFFSET))
#define PHYSICAL_ADDRESS(pointer) ((u64)(pointer) - KERNEL_OFFSET)

/*
 * Pages that programs leave to the kernel: a copy to a program's memory needs some, and cannot wait for them. When
 * there are less, a process is killed on its way out of the kernel or at its next page fault (traps.c).
 */
enum { COPY_RESERVE = 64 };

/* ---- Pages (pages.c): by physical address; 0 is none -------------------------------------------- */

extern u64 pages_total, pages_free;

void pages_init(void);
void pages_add(u64 start, u64 end);       /* memory that was kept out and is not needed any more */
u64 page_allocate(void);                  /* its bytes are anything */
u64 page_allocate_clear(void);
void page_share(u64 page);                /* one more holder */
void page_release(u64 page);              /* one less; free without any */
u32 page_holders(u64 page);
extern u64 zero_page;                     /* zeros, for all who only read */
extern u64 pages_promised_used;           /* of what programs were promised (commit.c) */
void page_set_own(u64 page, int is_promised);     /* a program's, not a file's or the kernel's */
void page_set_shared(u64 page);           /* of memory that programs share and that was promised */
int page_is_own(u64 page);

/* ---- What users take (quota.c): nothing is counted for user 0 ----------------------------------- */

enum quota_kind { QUOTA_KEPT, QUOTA_OPEN };      /* files and names; what goes when it is closed */

int quota_take(u32 user, u64 bytes, enum quota_kind kind);      /* 0, -EDQUOT, -ENOSPC */
void quota_return(u32 user, u64 bytes);
u64 quota_reserve(void);                  /* pages that the current process must leave to root */
int quota_thread(void);                   /* whether the current process may start another one */
int quota_process(void);                  /* and whether that may be another process */

/* ---- Objects of up to a page (heap.c) ------------------------------------------------------------ */

void *allocate(u64 size);                 /* cleared; NULL: no memory */
u64 allocated_size(u64 size);             /* what it takes for an object of this size */
void release(void *object);               /* NULL is no harm */

/* ---- Page tables (tables.c) ---------------------------------------------------------------------- */

u64 table_new(void);                                            /* a root with the kernel's half; 0: no memory */
u64 *table_entry(u64 root, u64 address, int make);              /* the entry of a page; NULL: none, or no memory */
/* The next page that is there, from *address on, which becomes its address; NULL: none below end. */
u64 *table_scan(u64 root, u64 *address, u64 end);
int table_map(u64 root, u64 address, u64 page, int flags);      /* 0 or -ENOMEM */
u64 table_count(u64 root);                                      /* how many pages the tables below USER_TOP take */
void table_release(u64 root, int keep_root);                    /* all below USER_TOP: pages, then tables */

/* ---- The kernel's own map (kernel_map.c) ---------------------------------------------------------- */

extern u64 kernel_root;

#define KERNEL_STACK_SIZE 0x4000UL
#define KERNEL_STACK_STRIDE 0x8000UL      /* so each has unmapped pages below */

void kernel_map_init(void);
int kernel_stack_map(int slot);           /* 0 or -ENOMEM */
void kernel_stack_unmap(int slot);
u64 kernel_stack_top(int slot);

/* ---- The memory of a program (space.c, fault.c, mappings.c) ----------------------------------------- */

struct inode;

/*
 * A range of addresses with the same rights, of one kind. Its pages are those of a file, or zeros of its own. Private areas
 * show the file's pages until they are written: who writes gets a copy. Shared ones always have a file, if need be one without a name.
 */
struct area {
    u64 start, end;
    int flags;                            /* PAGE_READ, PAGE_WRITE, PAGE_EXECUTE */
    int kind;                             /* of AREA_… */
    struct inode *file;                   /* held; NULL: zeros */
    u64 offset;                           /* of `start` in the file; whole pages */
    struct area *next;
};

#define AREA_SHARED 1                     /* writes go to the file */
#define AREA_OWN 2                        /* private, and was writable at some time: there may be pages of its own */
#define AREA_UNCOUNTED 4                  /* MAP_NORESERVE, and stacks: no memory is promised for it */
#define AREA_WRITER 8                     /* the file was open for writing: nobody may run it; if the area is shared it may be written */
#define AREA_NOT_INHERITED 16             /* a child does not have it (MADV_DONTFORK) */
#define AREA_WIPED 32                     /* a child finds zeros (MADV_WIPEONFORK) */

enum { AREAS = 65530 };                   /* of a program */

struct space {
    u64 root;
    int holders;
    int area_count;
    struct area *areas;                   /* by address */
    struct space *next;                   /* of all */
    u64 break_start, break_end;
    u64 resident;                         /* pages */
    u64 own;                              /* of these, those that are no file's */
    u64 committed;                        /* pages of AREA_OWN that are counted, whether they are there or not */
    u64 size, data;                       /* pages of all areas, and of AREA_OWN, but the stack's */
    u64 arguments_start, arguments_end;   /* the bytes of argv, for /proc; behind them the environment's */
    u64 environment_end;
};

#define STACK_SIZE 0x800000UL
#define STACK_TOP (USER_TOP - 2 * PAGE_SIZE)
#define SIGNAL_CODE (USER_TOP - PAGE_SIZE)      /* the page with arch_signal_code */
/* Where mmap looks, from above to below. */
#define MAP_TOP (STACK_TOP - STACK_SIZE - 0x100000UL)
#define MAP_BOTTOM 0x10000UL

extern struct space *spaces;              /* all that are, also one that exec is making */

struct space *space_new(void);
struct space *space_copy(struct space *s);
void space_release(struct space *s);
u64 space_memory(struct space *s);        /* how many pages it keeps from others */
struct area *space_area(struct space *s, u64 address);
int space_add(struct space *s, const struct area *wanted);                   /* replaces what is there */
int space_add_zeros(struct space *s, u64 start, u64 end, int flags, int kind);      /* the same without a file */
int space_remove(struct space *s, u64 start, u64 end);
int space_protect(struct space *s, u64 start, u64 end, int flags);
/* Moves part of an area to where there is room for `size` bytes: the new address, which is free. 0, or -ENOMEM. */
int space_move(struct space *s, u64 start, u64 end, u64 to, u64 size);
int space_advise(struct space *s, u64 start, u64 end, int set, int cleared);        /* bits of its areas' kinds; 0 or -ENOMEM */
void space_drop_pages(struct space *s, u64 start, u64 end);                  /* what comes at the next touch is zeros, or the file's */
void space_set_page(struct space *s, u64 *entry, u64 page, int flags);       /* a page that the entry holds from now on, for what was there */
u64 space_find_room(struct space *s, u64 size);                              /* 0: none */
int space_is_free(struct space *s, u64 start, u64 end);
/* Whole pages from the beginning of one, all of them addresses that programs can have; the page with the signal code is kept. 0 or -EINVAL. */
int space_range(u64 start, u64 size, u64 *end);
/* Touches all pages, as far as their areas let it; 0, or what the first that cannot be there gives. */
int space_populate(struct space *s, u64 start, u64 end);
/* Whether so many pages more can be promised, to all programs together (commit.c). */
int space_may_grow(s64 pages);
extern u64 pages_promised;                /* to all */
/*
 * 0: the page is there now. -EFAULT; -ENOMEM; -EIO: it lies behind the file's end, or the file has no room for it. It never
 * sleeps. `access` is one of PAGE_READ, PAGE_WRITE, PAGE_EXECUTE.
 */
int space_fault(struct space *s, u64 address, int access);
int space_clear_rest(struct space *s, u64 address);    /* of the page, which becomes the program's own, whatever its rights. 0, or as above */

/* ---- Files in programs' memory (mappings.c) ---- */

/* Takes a file's pages from this number on up to that one away from all programs; also their own copies of them. */
void mappings_drop(struct inode *i, u64 first, u64 end, int with_copies);
int mappings_can_write(struct inode *i);  /* whether a shared area may write to the file */

/* ---- Copies from and to programs (copy.c): 0 or -EFAULT. They never sleep. ------------------------- */

int copy_in(void *to, u64 from, u64 size);
int copy_out(u64 to, const void *from, u64 size);
int clear_out(u64 to, u64 size);
s64 rest_is_nothing(u64 from, u64 size);                /* 0; -E2BIG: there is something that this kernel does not know; -EFAULT */
s64 copy_in_string(char *to, u64 from, u64 size);       /* its length; -ENAMETOOLONG if there is no NUL in size bytes */
/* The same for a space that is not current: exec writes the new program's stack so. */
int space_copy_out(struct space *s, u64 to, const void *from, u64 size);
/* Where a byte of a program lies, good to the end of its page; NULL: a bad address. */
u8 *space_pointer(struct space *s, u64 address, int access);

#endif
