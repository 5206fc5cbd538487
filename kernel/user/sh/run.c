#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "sh.h"

int last_status;
int last_background;

/* Of the last $( ): the status of a command that is nothing but assignments. */
static int substitution_status;

/* A command was ended from the keyboard: the whole command line is given up. */
static int is_interrupted;

/* This process exists for one command only and needs no other for it. */
static int is_last_command;

int status_of(int wait_status)
{
    return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

static int wait_for(pid_t process)
{
    int status;

    while (waitpid(process, &status, 0) < 0)
        if (errno != EINTR)
            return 127;
    if (WIFSIGNALED(status)) {
        int number = WTERMSIG(status);

        if (number == SIGINT) {
            is_interrupted = 1;
            fprintf(stderr, "\n");
        } else if (number != SIGPIPE)
            fprintf(stderr, "%s\n", strsignal(number));
    }
    return status_of(status);
}

/* 0 in the child, which is no longer interactive. */
static pid_t start_process(void)
{
    pid_t process;

    fflush(NULL);
    process = fork();
    if (process < 0)
        warn("fork");
    if (process == 0) {
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        is_interactive = 0;
        is_last_command = 1;
    }
    return process;
}

/* --- redirections --- */

static int open_target(const struct redirect *redirect)
{
    char *target = expand_text(redirect->target);
    int fd;

    switch (redirect->kind) {
    case FROM_NUMBER:
        if (strcmp(target, "-") == 0)
            return -2;
        fd = dup(atoi(target));
        break;
    case FROM_FILE: fd = open(target, O_RDONLY); break;
    case TO_FILE: fd = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0666); break;
    default: fd = open(target, O_WRONLY | O_CREAT | O_APPEND, 0666); break;
    }
    if (fd < 0)
        warn("%s", target);
    return fd;
}

/* What the numbers stood for before, to be put back; -1 is closed. */
struct saved {
    int fd, copy;
    struct saved *next;
};

static int apply_redirects(const struct redirect *redirect, struct saved **saved)
{
    for (; redirect; redirect = redirect->next) {
        int fd;

        if (saved) {
            struct saved *entry = keep(sizeof *entry);

            fflush(NULL);
            entry->fd = redirect->fd;
            entry->copy = fcntl(redirect->fd, F_DUPFD_CLOEXEC, 10);
            entry->next = *saved;
            *saved = entry;
        }
        fd = open_target(redirect);
        if (fd == -1)
            return 1;
        if (fd == -2)
            close(redirect->fd);
        else if (fd != redirect->fd) {
            dup2(fd, redirect->fd);
            close(fd);
        }
    }
    return 0;
}

static void undo_redirects(const struct saved *saved)
{
    fflush(NULL);
    for (; saved; saved = saved->next) {
        if (saved->copy < 0)
            close(saved->fd);
        else {
            dup2(saved->copy, saved->fd);
            close(saved->copy);
        }
    }
}

/* --- simple commands --- */

static int is_assignment(const char *word)
{
    const char *equals = strchr(word, '=');

    return equals && is_name(word, (size_t)(equals - word));
}

static void assign(const char *word, int is_exported)
{
    const char *equals = strchr(word, '=');
    char *name = keep_text(word, (size_t)(equals - word));

    set_variable(name, expand_text(equals + 1));
    if (is_exported)
        export_variable(name);
}

static void become(char **arguments, char **assignments, size_t count, const struct redirect *redirects)
{
    for (size_t k = 0; k < count; k++)
        assign(assignments[k], 1);
    if (apply_redirects(redirects, NULL) != 0)
        exit(1);
    environ = exported_variables();
    execvp(arguments[0], arguments);
    if (errno == ENOENT)
        warnx("%s: not found", arguments[0]);
    else
        warn("%s", arguments[0]);
    exit(errno == ENOENT ? 127 : 126);
}

static int run_simple(struct node *node)
{
    size_t assignments = 0;
    char **arguments;
    struct saved *saved = NULL;
    builtin *function;
    int is_exec, status;
    pid_t process;

    while (assignments < node->words.count && is_assignment(node->words.at[assignments]))
        assignments++;
    substitution_status = 0;
    arguments = expand_words(node->words.at ? node->words.at + assignments : NULL);
    function = arguments[0] ? find_builtin(arguments[0]) : NULL;
    if (arguments[0] && !function) {
        if (is_last_command)
            become(arguments, node->words.at, assignments, node->redirects);
        process = start_process();
        if (process == 0)
            become(arguments, node->words.at, assignments, node->redirects);
        return process < 0 ? 1 : wait_for(process);
    }
    is_exec = arguments[0] && strcmp(arguments[0], "exec") == 0;
    for (size_t k = 0; k < assignments; k++)
        assign(node->words.at[k], is_exec);
    status = apply_redirects(node->redirects, &saved);
    if (status == 0)
        status = function ? function(arguments) : substitution_status;
    /* `exec` alone makes its redirections last. */
    if (is_exec)
        return status;
    undo_redirects(saved);
    return status;
}

/* --- pipes --- */

static int run_pipe(struct node *node)
{
    pid_t last = -1;
    int input = -1, status;

    for (;;) {
        struct node *command = node->kind == PIPE ? node->first : node;
        int ends[2] = { -1, -1 };
        pid_t process;

        if (node->kind == PIPE && pipe(ends) != 0) {
            warn("pipe");
            return 1;
        }
        process = start_process();
        if (process == 0) {
            if (input >= 0) {
                dup2(input, 0);
                close(input);
            }
            if (ends[1] >= 0) {
                dup2(ends[1], 1);
                close(ends[0]);
                close(ends[1]);
            }
            exit(run(command));
        }
        if (input >= 0)
            close(input);
        if (ends[1] >= 0)
            close(ends[1]);
        input = ends[0];
        last = process;
        if (node->kind != PIPE || process < 0)
            break;
        node = node->second;
    }
    if (input >= 0)
        close(input);
    status = last < 0 ? 1 : wait_for(last);
    /* The others end when nobody reads or writes any more. */
    while (waitpid(-1, NULL, WNOHANG) > 0)
        ;
    return status;
}

static int run_background(struct node *node)
{
    pid_t process = start_process();

    if (process == 0) {
        int nothing = open("/dev/null", O_RDONLY);

        signal(SIGINT, SIG_IGN);
        signal(SIGQUIT, SIG_IGN);
        if (nothing >= 0) {
            dup2(nothing, 0);
            close(nothing);
        }
        exit(run(node->first));
    }
    last_background = process;
    if (is_interactive && process > 0)
        fprintf(stderr, "[%d]\n", process);
    return process < 0;
}

/* --- loops --- */

/* After the body of a loop: whether the loop ends. */
static int has_left(void)
{
    if (loops_to_leave == 0)
        return is_interrupted;
    if (--loops_to_leave > 0)
        return 1;
    return !goes_on;
}

static int run_while(struct node *node)
{
    int status = 0;

    loop_depth++;
    while ((run(node->first) == 0) == (node->kind == WHILE)) {
        if (loops_to_leave == 0 && !is_interrupted)
            status = run(node->second);
        if (has_left())
            break;
    }
    loop_depth--;
    return status;
}

static int run_for(struct node *node)
{
    int status = 0;

    loop_depth++;
    for (char **word = expand_words(node->words.at + 1); *word; word++) {
        set_variable(node->words.at[0], *word);
        status = run(node->first);
        if (has_left())
            break;
    }
    loop_depth--;
    return status;
}

static int run_kind(struct node *node)
{
    int status;
    pid_t process;

    switch (node->kind) {
    case SIMPLE: return run_simple(node);
    case PIPE: return run_pipe(node);
    case BACKGROUND: return run_background(node);
    case AND: return (status = run(node->first)) == 0 ? run(node->second) : status;
    case OR: return (status = run(node->first)) != 0 ? run(node->second) : status;
    case NOT: return !run(node->first);
    case SEQUENCE:
        status = run(node->first);
        return loops_to_leave || is_interrupted ? status : run(node->second);
    case GROUP: return run(node->first);
    case SUBSHELL:
        process = start_process();
        if (process == 0)
            exit(run(node->first));
        return process < 0 ? 1 : wait_for(process);
    case IF:
        if (run(node->first) == 0)
            return run(node->second);
        return node->otherwise ? run(node->otherwise) : 0;
    case FOR: return run_for(node);
    default: return run_while(node);
    }
}

int run(struct node *node)
{
    struct saved *saved = NULL;
    int was_last_command = is_last_command;
    int status;

    if (is_interrupted)
        return last_status;
    if (node->kind != SIMPLE)
        is_last_command = 0;
    if (node->kind == SIMPLE || !node->redirects)
        status = run_kind(node);
    else {
        status = apply_redirects(node->redirects, &saved);
        if (status == 0)
            status = run_kind(node);
        undo_redirects(saved);
    }
    is_last_command = was_last_command;
    return last_status = status;
}

/* --- whole inputs --- */

static void reap(void)
{
    int status;
    pid_t process;

    while ((process = waitpid(-1, &status, WNOHANG)) > 0)
        if (process == last_background)
            fprintf(stderr, "[%d] ended with status %d\n", process, status_of(status));
}

static int run_input(struct input *input)
{
    enum parsed parsed;

    do {
        size_t mark = memory_mark();
        struct node *node;

        if (input->is_terminal)
            reap();
        parsed = parse_command(input, &node);
        if (parsed == PARSED_WRONG)
            last_status = 2;
        if (node)
            run(node);
        if (input->is_terminal)
            is_interrupted = 0;
        fflush(NULL);
        memory_release(mark);
        input_forget(input);
    } while (parsed != PARSED_END);
    input_free(input);
    return last_status;
}

int run_text(const char *text)
{
    struct input input;

    input_from_text(&input, text);
    return run_input(&input);
}

int run_file(int file, const char *name)
{
    struct input input;

    input_from_file(&input, file, name);
    input.is_terminal = is_interactive && file == 0;
    return run_input(&input);
}

char *output_of(const char *command)
{
    size_t length = 0, room = 4096;
    char *text = keep(room);
    int ends[2];
    ssize_t size;
    pid_t process;

    if (pipe(ends) != 0) {
        warn("pipe");
        return text;
    }
    process = start_process();
    if (process == 0) {
        close(ends[0]);
        dup2(ends[1], 1);
        close(ends[1]);
        exit(run_text(command));
    }
    close(ends[1]);
    while ((size = read(ends[0], text + length, room - length - 1)) > 0) {
        length += (size_t)size;
        if (room - length < 2048) {
            char *larger = keep(2 * room);

            memcpy(larger, text, length);
            text = larger;
            room *= 2;
        }
    }
    close(ends[0]);
    if (process > 0)
        substitution_status = wait_for(process);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    text[length] = 0;
    return text;
}
