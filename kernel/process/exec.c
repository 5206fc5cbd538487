/* exec: a new program in the process. The old one goes when the new one is complete. */
#include "base.h"
#include "elf.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "strings.h"

enum { SCRIPT_DEPTH = 5, SCRIPT_LINE = 256 };

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

/* `path`: as the program was called, which for a script is the script's. */
static int build_stack(struct space *s, struct strings *strings, const char *path, struct elf_program *program, struct credentials *who,
                       int secure, u64 *sp)
{
    u64 path_size = string_length(path) + 1;
    u64 path_at = (STACK_TOP - 16 - path_size) & ~15UL;
    u64 random_at = path_at - 16;
    u64 texts_at = (random_at - strings->size) & ~15UL;
    u64 random[2], n, text;
    int i, pairs = 17;
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
        while (*strings_byte(strings, n)) n++;
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
    put_pair(&w, AT_BASE, program->base);
    put_pair(&w, AT_FLAGS, 0);
    put_pair(&w, AT_ENTRY, program->entry);
    put_pair(&w, AT_UID, who->user);
    put_pair(&w, AT_EUID, who->effective_user);
    put_pair(&w, AT_GID, who->group);
    put_pair(&w, AT_EGID, who->effective_group);
    put_pair(&w, AT_HWCAP, arch_hardware_capabilities());
    put_pair(&w, AT_CLKTCK, TICKS_PER_SECOND);
    put_pair(&w, AT_SECURE, secure);
    put_pair(&w, AT_RANDOM, random_at);
    put_pair(&w, AT_EXECFN, path_at);
    put_pair(&w, AT_NULL, 0);
    s->arguments_start = texts_at;
    s->arguments_end = texts_at + strings->argument_bytes;
    s->environment_end = texts_at + strings->size;
    return w.failed ? -ENOMEM : 0;
}

/* ---- Scripts ---- */

/*
 * `#!program argument`: the interpreter's path and its argument from the first line; 0 if it is no script. Of a longer line the end
 * is lost, but not of the path: that would be another program.
 */
static int read_script(struct inode *file, char *line, char **program, char **argument)
{
    struct io io;
    s64 length;
    char *at, *end;

    io_kernel(&io, line, SCRIPT_LINE - 1);
    length = data_read(file, 0, &io);
    if (length < 3 || line[0] != '#' || line[1] != '!') return 0;
    line[length] = 0;
    for (end = line; *end && *end != '\n'; end++)
        ;
    for (at = line + 2; *at == ' ' || *at == '\t'; at++)
        ;
    *program = at;
    while (at < end && *at != ' ' && *at != '\t') at++;
    if (at == line + SCRIPT_LINE - 1) return 0;
    *end = 0;
    while (end > at && (end[-1] == ' ' || end[-1] == '\t')) *--end = 0;
    *argument = NULL;
    if (*at) {
        *at++ = 0;
        while (*at == ' ' || *at == '\t') at++;
        if (*at) *argument = at;
    }
    return **program != 0;
}

/* The script's argv: the interpreter, its argument, the script's path, then all but the old argv[0]. */
static int script_strings(struct strings **s, struct strings *old, char *program, char *argument, const char *path)
{
    int error;

    *s = strings_new();
    if (!*s) return -ENOMEM;
    error = strings_add(*s, program);
    if (!error && argument) error = strings_add(*s, argument);
    if (!error) error = strings_add(*s, path);
    if (!error) error = strings_add_rest(*s, old);
    return error;
}

/* ---- exec ---- */

static void set_name(struct thread *t, const char *path)
{
    const char *name = path;

    for (; *path; path++)
        if (*path == '/') name = path + 1;
    copy_string(t->name, name, sizeof t->name);
}

/* The absolute path of what is run, as /proc shows it. */
static char *absolute_path(const char *path)
{
    char *full = allocate(PATH_MAX), *exact;
    s64 length = 0;

    if (!full) return NULL;
    if (*path != '/') {
        length = path_of(current->folders->working, full, PATH_MAX - 1);
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

/* The old program chose what its children send at their end; the new one may have rights that it had not. */
static void use_ordinary_signals(struct process *p)
{
    int slot;

    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && processes[slot]->parent == p) processes[slot]->exit_signal = SIGCHLD;
}

/* What the process is from now on. Nothing here can fail: there is no program left that could be told. */
struct replacement {
    struct space *space;
    struct descriptors *files;   /* of its own; NULL: it has them to itself already */
    struct handlers *handlers;   /* the same */
    struct inode *program;       /* held as one */
    const char *path;
    struct credentials who;
    int secure;                  /* it gains rights */
    u64 entry, sp;
};

static void replace(struct replacement *r, const char *called)
{
    struct process *p = current;
    struct thread *t = current_thread;
    struct space *old = p->space;

    if (old) thread_leaves_memory();
    p->space = r->space;
    arch_use_root(r->space->root);
    if (old) space_release(old);
    if (r->files) {
        descriptors_release(p->files);
        p->files = r->files;
    }
    vfork_done(p);
    program_release(p->program);
    p->program = r->program;
    release(p->program_path);
    p->program_path = absolute_path(r->path);
    set_name(t, called);
    descriptors_close_on_exec(p->files);
    if (r->handlers) {
        handlers_release(p->handlers);
        p->handlers = r->handlers;
    }
    handlers_reset(p->handlers);
    p->who = r->who;
    p->has_executed = 1;
    timers_end(p);
    if (r->secure) p->death_signal = 0;
    p->exit_signal = SIGCHLD;
    use_ordinary_signals(p);
    p->uses_barriers = 0;
    t->alternate[0] = 0;
    t->alternate[1] = SS_DISABLE;
    t->alternate[2] = 0;
    cpu_state_init(&t->cpu);
    cpu_state_load(&t->cpu);
    frame_init(t->frame, r->entry, r->sp);
}

/* Whether there is memory for all that the new program may write, which counts already. What the old one was promised becomes free. */
static int check_commitment(struct space *s)
{
    struct space *old = current->space;
    u64 freed = old && old->holders == 1 ? old->committed : 0;

    return s->committed <= freed || space_may_grow(-(s64)freed) ? 0 : -ENOMEM;
}

static int may_run(struct inode *file)
{
    if (!is_file(file) || mount_flags(file) & MS_NOEXEC || inode_access(file, X_OK) < 0) return -EACCES;
    return file->writers ? -ETXTBSY : 0;
}

/* A file that may be run. */
static int find_program(const char *path, struct inode **file)
{
    int error = path_find(current->folders->working, path, 1, file);

    if (error) return error;
    error = may_run(*file);
    if (error) inode_release(*file);
    return error;
}

struct inode *program_hold(struct inode *file)
{
    file->runners++;
    return inode_hold(file);
}

void program_release(struct inode *file)
{
    if (!file) return;
    file->runners--;
    inode_release(file);
}

/* The program, and the interpreter that it names. */
static int load_files(struct space *s, struct inode *file, struct elf_program *program, struct credentials *who)
{
    struct inode *interpreter;
    int error = elf_load(s, file, program);

    if (!error && program->interpreter && !(error = find_program(program->interpreter, &interpreter))) {
        error = elf_load_interpreter(s, interpreter, program);
        if (inode_access(interpreter, R_OK) < 0) who->dumpable = 0;
        inode_release(interpreter);
    }
    release(program->interpreter);
    return error;
}

static int load_program(struct inode *file, const char *path, const char *called, struct strings *strings)
{
    struct replacement r = { 0 };
    struct elf_program program;
    int error;

    r.space = space_new();
    r.program = program_hold(file);
    r.path = path;
    r.who = current->who;
    r.secure = credentials_exec(&r.who, file);
    error = r.space ? load_files(r.space, file, &program, &r.who) : -ENOMEM;
    if (!error) error = check_commitment(r.space);
    if (!error) error = space_add_zeros(r.space, STACK_TOP - STACK_SIZE, STACK_TOP, PAGE_READ | PAGE_WRITE, AREA_OWN | AREA_UNCOUNTED);
    if (!error) error = build_stack(r.space, strings, called, &program, &r.who, r.secure, &r.sp);
    if (!error) error = keep_only_current();
    /* Who shares the descriptors keeps those that are closed here; the same with handlers. */
    if (!error && current->files->holders > 1 && !(r.files = descriptors_copy(current->files))) error = -ENOMEM;
    if (!error && current->handlers->holders > 1 && !(r.handlers = handlers_copy(current->handlers))) error = -ENOMEM;
    if (error) {
        if (r.files) descriptors_release(r.files);
        if (r.space) space_release(r.space);
        program_release(file);
        return error;
    }
    r.entry = program.start;
    replace(&r, called);
    return 0;
}

static int exec_at_depth(const char *path, const char *called, struct strings *strings, int depth);

/*
 * `called`: the path that exec was given; `path`: the file's, or the interpreter's of a script. A script whose descriptor closes now
 * (`is_hidden`) could not be read by its interpreter.
 */
static int exec_file(struct inode *file, const char *path, const char *called, struct strings *strings, int depth, int is_hidden)
{
    struct strings *inner = NULL;
    char *line, *interpreter, *argument;
    int error = 0;

    line = allocate(SCRIPT_LINE);
    if (!line || !read_script(file, line, &interpreter, &argument)) error = load_program(file, path, called, strings);
    else {
        if (is_hidden) error = -ENOENT;
        else if (depth == SCRIPT_DEPTH) error = -ELOOP;
        if (!error) error = script_strings(&inner, strings, interpreter, argument, depth ? path : called);
        if (!error) error = exec_at_depth(interpreter, called, inner, depth + 1);
        if (inner) strings_free(inner);
    }
    release(line);
    return error;
}

static int exec_at_depth(const char *path, const char *called, struct strings *strings, int depth)
{
    struct inode *file;
    int error = find_program(path, &file);

    if (error) return error;
    error = exec_file(file, path, called, strings, depth, 0);
    inode_release(file);
    return error;
}

int exec_program(const char *path, struct strings *strings)
{
    return exec_at_depth(path, path, strings, 0);
}

/* A file that is known by a descriptor; `called` is what stands for its path. */
int exec_opened(struct inode *file, const char *called, struct strings *strings, int is_hidden)
{
    char *path = allocate(PATH_MAX);
    int error = path ? may_run(file) : -ENOMEM;
    s64 length = error ? 0 : path_of_file(file, path, PATH_MAX - 1);

    if (length > 0) path[length] = 0;
    if (!error) error = exec_file(file, length > 0 ? path : called, called, strings, 0, is_hidden);
    release(path);
    return error;
}
