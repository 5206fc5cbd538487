/* exec: a new program in the process. The old one goes when the new one is complete. */
#include "base.h"
#include "elf.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "strings.h"

enum { SCRIPT_DEPTH = 4, SCRIPT_LINE = 256 };

/* ---- The start of the stack: texts, then auxv, envp, argv, argc below them ---- */

static int put_strings(struct space *s, struct strings *strings, u64 at)
{
    u64 done, size;
    int error;

    for (done = 0; done < strings->size; done += size) {
        size = strings->size - done < PAGE_SIZE ? strings->size - done : PAGE_SIZE;
        error = space_copy_out(s, at + done, KERNEL_ADDRESS(strings->pages[done / PAGE_SIZE]), size);
        if (error) return error;
    }
    return 0;
}

static u8 *string_byte(struct strings *s, u64 n)
{
    return (u8 *)KERNEL_ADDRESS(s->pages[n / PAGE_SIZE]) + n % PAGE_SIZE;
}

/* The words of argv or envp, as far as they lie in one buffer. */
struct words {
    struct space *space;
    u64 at;
    int failed;
};

static void put_word(struct words *w, u64 word)
{
    if (space_copy_out(w->space, w->at, &word, 8) < 0) w->failed = 1;
    w->at += 8;
}

static void put_pair(struct words *w, u64 type, u64 value)
{
    put_word(w, type);
    put_word(w, value);
}

static int build_stack(struct space *s, struct strings *strings, const char *path, struct elf_program *program, u64 *sp)
{
    u64 path_size = string_length(path) + 1;
    u64 path_at = (STACK_TOP - 16 - path_size) & ~15UL;
    u64 random_at = path_at - 16;
    u64 texts_at = (random_at - strings->size) & ~15UL;
    u64 random[2], n, text;
    int i, pairs = 16;
    struct words w;

    random[0] = random_number();
    random[1] = random_number();
    w.space = s;
    w.failed = 0;
    w.at = (texts_at - (strings->count + 3 + 2 * pairs) * 8) & ~15UL;
    *sp = w.at;
    if (space_copy_out(s, path_at, path, path_size) < 0 || space_copy_out(s, random_at, random, 16) < 0
        || put_strings(s, strings, texts_at) < 0)
        return -ENOMEM;
    put_word(&w, strings->arguments);
    for (i = 0, n = 0, text = 0; i < strings->count; i++) {
        if (i == strings->arguments) put_word(&w, 0);
        put_word(&w, texts_at + text);
        while (*string_byte(strings, n)) n++;
        text = ++n;
    }
    if (strings->arguments == strings->count) put_word(&w, 0);
    put_word(&w, 0);
    if (program->segments) {
        put_pair(&w, AT_PHDR, program->segments);
        put_pair(&w, AT_PHENT, 56);
        put_pair(&w, AT_PHNUM, program->segment_count);
    }
    put_pair(&w, AT_PAGESZ, PAGE_SIZE);
    put_pair(&w, AT_ENTRY, program->entry);
    put_pair(&w, AT_UID, current->user);
    put_pair(&w, AT_EUID, current->user);
    put_pair(&w, AT_GID, current->group_id);
    put_pair(&w, AT_EGID, current->group_id);
    put_pair(&w, AT_HWCAP, arch_hardware_capabilities());
    put_pair(&w, AT_CLKTCK, TICKS_PER_SECOND);
    put_pair(&w, AT_SECURE, 0);
    put_pair(&w, AT_RANDOM, random_at);
    put_pair(&w, AT_EXECFN, path_at);
    put_pair(&w, AT_NULL, 0);
    s->arguments_start = texts_at;
    s->arguments_end = texts_at + strings->argument_bytes;
    return w.failed ? -ENOMEM : 0;
}

/* ---- Scripts ---- */

/* `#!program argument`: the interpreter's path and its argument from the first line; 0 if it is no script. */
static int read_script(struct inode *file, char *line, char **program, char **argument)
{
    struct io io;
    s64 length;
    char *at;

    io_kernel(&io, line, SCRIPT_LINE - 1);
    length = data_read(file, 0, &io);
    if (length < 3 || line[0] != '#' || line[1] != '!') return 0;
    line[length] = 0;
    for (at = line; *at && *at != '\n'; at++)
        ;
    *at = 0;
    while (at > line && (at[-1] == ' ' || at[-1] == '\t')) *--at = 0;
    for (at = line + 2; *at == ' ' || *at == '\t'; at++)
        ;
    *program = at;
    while (*at && *at != ' ' && *at != '\t') at++;
    *argument = NULL;
    if (*at) {
        *at++ = 0;
        while (*at == ' ' || *at == '\t') at++;
        if (*at) *argument = at;
    }
    return **program != 0;
}

/* The script's argv: the interpreter, its argument, the script's path, then all but the old argv[0]. */
static struct strings *script_strings(struct strings *old, char *program, char *argument, const char *path)
{
    struct strings *s = strings_new();
    char *text;
    u64 n = 0, length;
    int i, error;

    text = allocate(PAGE_SIZE);
    if (!s || !text) {
        if (s) strings_free(s);
        release(text);
        return NULL;
    }
    error = strings_add(s, program);
    if (!error && argument) error = strings_add(s, argument);
    if (!error) error = strings_add(s, path);
    for (i = 0; i < old->count && !error; i++) {
        if (i == old->arguments) strings_end_arguments(s);
        for (length = 0; (text[length] = *string_byte(old, n++)) && length < PAGE_SIZE - 1; length++)
            ;
        if (length == PAGE_SIZE - 1) error = -E2BIG;
        else if (i > 0) error = strings_add(s, text);
    }
    if (old->arguments == old->count) strings_end_arguments(s);
    release(text);
    if (!error) return s;
    strings_free(s);
    return NULL;
}

/* ---- exec ---- */

static void reset_signals(struct process *p)
{
    int i;

    for (i = 1; i <= SIGNALS; i++) {
        if (p->handlers->actions[i].handler != SIG_IGN) p->handlers->actions[i].handler = SIG_DFL;
        p->handlers->actions[i].flags = 0;
        p->handlers->actions[i].mask = 0;
    }
    p->alternate[0] = 0;
    p->alternate[1] = SS_DISABLE;
    p->alternate[2] = 0;
}

static void set_name(struct process *p, const char *path)
{
    const char *name = path;

    for (; *path; path++)
        if (*path == '/') name = path + 1;
    copy_string(p->name, name, sizeof p->name);
}

/* The absolute path of what is run, as /proc shows it. */
static char *absolute_path(const char *path)
{
    char *full = allocate(PATH_MAX), *exact;
    s64 length = 0;

    if (!full) return NULL;
    if (*path != '/') {
        length = path_of(current->working_folder, full, PATH_MAX - 1);
        if (length < 0) length = 0;
        if (length > 0 && full[length - 1] != '/') full[length++] = '/';
        while (starts_with(path, "./")) path += 2;
    }
    copy_string(full + length, path, PATH_MAX - length);
    exact = allocate(string_length(full) + 1);
    if (exact) copy_string(exact, full, string_length(full) + 1);
    release(full);
    return exact;
}

static void replace(struct space *s, struct inode *file, const char *path, u64 entry, u64 sp)
{
    struct process *p = current;
    struct space *old = p->space;

    p->space = s;
    arch_use_root(s->root);
    if (old) space_release(old);
    vfork_done(p);
    if (p->program) inode_release(p->program);
    p->program = inode_hold(file);
    release(p->program_path);
    p->program_path = absolute_path(path);
    set_name(p, path);
    descriptors_close_on_exec(p->files);
    reset_signals(p);
    p->child_tid = 0;
    cpu_state_init(&p->cpu);
    cpu_state_load(&p->cpu);
    frame_init(p->frame, entry, sp);
}

static int exec_at_depth(const char *path, struct strings *strings, int depth)
{
    struct elf_program program;
    struct strings *inner;
    struct inode *file;
    struct space *s;
    char *line, *interpreter, *argument;
    int error;
    u64 sp = 0;

    error = path_find(current->working_folder, path, 1, &file);
    if (error) return error;
    if (is_folder(file) || !is_file(file) || !(file->mode & 0111)) {
        inode_release(file);
        return -EACCES;
    }
    line = allocate(SCRIPT_LINE);
    if (line && depth < SCRIPT_DEPTH && read_script(file, line, &interpreter, &argument)) {
        inner = script_strings(strings, interpreter, argument, path);
        error = inner ? exec_at_depth(interpreter, inner, depth + 1) : -ENOMEM;
        if (inner) strings_free(inner);
        release(line);
        inode_release(file);
        return error;
    }
    release(line);
    s = space_new();
    error = s ? elf_load(s, file, &program) : -ENOMEM;
    if (!error) error = space_add(s, STACK_TOP - STACK_SIZE, STACK_TOP, PAGE_READ | PAGE_WRITE, 0);
    if (!error) error = build_stack(s, strings, path, &program, &sp);
    if (!error) replace(s, file, path, program.entry, sp);
    else if (s) space_release(s);
    inode_release(file);
    return error;
}

int exec_program(const char *path, struct strings *strings)
{
    return exec_at_depth(path, strings, 0);
}
