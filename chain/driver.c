#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "compare.h"
#include "sha256.h"

/* driver [--prefix=COMMAND] [--jobs=N] [--keep=FOLDER] PLAN: carries out a plan of the tcc chain, line by line. It
   runs on the developer's machine (there COMMAND is the emulator for programs of another machine) and inside the
   seed kernel. Words of a line are separated by single blanks; there is no quoting, and none is needed.

       stage TEXT         a heading; behind the stage stands what it took
       folder PATH        makes a folder, and those above it
       empty PATH         makes an empty file
       host PROGRAM …     runs a program of the developer's machine
       programs WHOSE     of which machine the next ones are: host, or chain, as at the beginning
       run PROGRAM …      runs a program of the chain's machine
       job PROGRAM …      the same, and neighbouring jobs may run at the same time
       in PATH PROGRAM …  a job in another folder
       to PATH PROGRAM …  as run, its standard output to a file
       test PATH STATUS EXPECTED INPUT PROGRAM …
                          a job in a folder of its own, PATH. Its exit status (128 + n for signal n) must be STATUS and its
                          standard output the file EXPECTED; - is an empty file. A failure is told, and counts
       product NAME PATH  size and sum of a file
       same PATH PATH     asserts that two files are equal

   With --keep, FOLDER/sums gets a line for each product and the number of tests that passed, and inside the seed kernel, where everything else is lost
   at the end, FOLDER/NAME a copy. The first thing that goes wrong ends it with status 1; tests that fail do that when all
   neighbouring tests have run. */

enum { MOST_WORDS = 2048, MOST_JOBS = 64, MOST_SECONDS = 300 };

static const char *prefix, *keep;
static int for_host;
static int most_jobs = 1;
static FILE *sums;

static struct job {
    pid_t process;
    char *line;
    struct test *test;
} jobs[MOST_JOBS];
static int running;

/* What a program is expected to do. */
struct test {
    char *folder, *expected, *input;
    int status;
};
static int tests_passed, tests_failed;

static void fail(const char *format, ...)
{
    va_list list;

    fflush(stdout);
    fprintf(stderr, "chain: ");
    va_start(list, format);
    vfprintf(stderr, format, list);
    va_end(list);
    fprintf(stderr, "\n");
    exit(1);
}

static struct content read_file(const char *path)
{
    struct content content = { NULL, 0 };
    size_t room = 1 << 16, count;
    FILE *file = fopen(path, "rb");

    if (!file)
        fail("%s: %s", path, strerror(errno));
    do {
        room *= 2;
        content.bytes = realloc(content.bytes, room);
        if (!content.bytes)
            fail("%s: no memory", path);
        count = fread(content.bytes + content.size, 1, room - content.size, file);
        content.size += count;
    } while (count > 0);
    if (ferror(file))
        fail("%s: %s", path, strerror(errno));
    fclose(file);
    return content;
}

/* Processes. */

static char *copy_text(const char *text)
{
    char *copy = strdup(text);

    if (!copy)
        fail("no memory");
    return copy;
}

/* FOLDER.output, where a test's standard output goes; FOLDER.errors. */
static char *beside(const char *folder, const char *ending)
{
    size_t room = strlen(folder) + strlen(ending) + 1;
    char *path = malloc(room);

    if (!path)
        fail("no memory");
    snprintf(path, room, "%s%s", folder, ending);
    return path;
}

static void judge(struct test *test, int status)
{
    char *output = beside(test->folder, ".output");
    struct content actual = read_file(output), expected = { NULL, 0 };
    int number = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);

    if (strcmp(test->expected, "-") != 0)
        expected = read_file(test->expected);
    if (number != test->status) {
        printf("    FAIL %s: exit status %d, expected %d\n", test->folder, number, test->status);
        tests_failed++;
    } else if (actual.size != expected.size || memcmp(actual.bytes, expected.bytes, actual.size) != 0) {
        printf("    FAIL %s: its output is not %s\n", test->folder, test->expected);
        tests_failed++;
    } else
        tests_passed++;
    fflush(stdout);
    free(actual.bytes);
    free(expected.bytes);
    free(output);
    free(test->folder);
    free(test);
}

static void wait_for_one(void)
{
    int status, i;
    pid_t process = waitpid(-1, &status, 0);

    if (process < 0)
        fail("waitpid: %s", strerror(errno));
    for (i = 0; i < running && jobs[i].process != process; i++)
        ;
    if (i == running)
        return;
    if (jobs[i].test)
        judge(jobs[i].test, status);
    else if (WIFSIGNALED(status))
        fail("signal %d ended: %s", WTERMSIG(status), jobs[i].line);
    else if (WEXITSTATUS(status) != 0)
        fail("status %d from: %s", WEXITSTATUS(status), jobs[i].line);
    free(jobs[i].line);
    jobs[i] = jobs[--running];
}

static void wait_for_all(void)
{
    while (running > 0)
        wait_for_one();
    if (tests_failed > 0)
        fail("%d tests passed, %d failed", tests_passed, tests_failed);
    if (tests_passed > 0) {
        printf("    %d tests passed\n", tests_passed);
        if (sums)
            fprintf(sums, "%d tests passed\n", tests_passed);
    }
    tests_passed = 0;
}

/* In the child: a test's folder, input, output and limits. */
static int enter_test(const struct test *test)
{
    char *output = beside(test->folder, ".output"), *errors = beside(test->folder, ".errors");

    alarm(MOST_SECONDS);
    return freopen(strcmp(test->input, "-") == 0 ? "/dev/null" : test->input, "rb", stdin)
        && freopen(output, "wb", stdout) && freopen(errors, "wb", stderr) && chdir(test->folder) == 0;
}

/* The program's standard output goes to a file if `output` is given, and it starts in `folder` if that is. */
static void start(char *line, const char *folder, const char *output, int with_prefix, struct test *test)
{
    static char *words[MOST_WORDS + 2];
    int count = 0;
    char *text = copy_text(line), *word;

    while (running == most_jobs)
        wait_for_one();
    jobs[running].line = copy_text(line);
    jobs[running].test = test;
    if (with_prefix && prefix && !for_host)
        words[count++] = (char *)prefix;
    for (word = strtok(text, " "); word && count < MOST_WORDS; word = strtok(NULL, " "))
        words[count++] = word;
    if (word || count == 0)
        fail("a command of no words, or too many: %.60s", line);
    words[count] = NULL;
    fflush(stdout);
    jobs[running].process = fork();
    if (jobs[running].process < 0)
        fail("fork: %s", strerror(errno));
    if (jobs[running].process == 0) {
        if ((!output || freopen(output, "wb", stdout)) && (!folder || chdir(folder) == 0)
            && (!test || enter_test(test)))
            execvp(words[0], words);
        fprintf(stderr, "chain: %s: %s\n", words[0], strerror(errno));
        _exit(127);
    }
    running++;
    free(text);
}

/* Lines of the plan. */

static struct timespec stage_start;
static int in_stage;

static double seconds_since(struct timespec start)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start.tv_sec) + (double)(now.tv_nsec - start.tv_nsec) / 1e9;
}

static void end_stage(void)
{
    if (in_stage)
        printf("    %.2f s\n", seconds_since(stage_start));
    in_stage = 0;
}

static void begin_stage(const char *text)
{
    end_stage();
    printf("%s\n", text);
    fflush(stdout);
    clock_gettime(CLOCK_MONOTONIC, &stage_start);
    in_stage = 1;
}

static void make_folder(char *path)
{
    char *slash;

    for (slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0777);
        *slash = '/';
    }
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        fail("%s: %s", path, strerror(errno));
}

static void make_empty(const char *path)
{
    FILE *file = fopen(path, "wb");

    if (!file)
        fail("%s: %s", path, strerror(errno));
    fclose(file);
}

static char *second_word(char *words)
{
    char *blank = strchr(words, ' ');

    if (!blank)
        fail("a word is missing: %s", words);
    *blank = 0;
    return blank + 1;
}

static void keep_copy(const char *name, struct content content)
{
    size_t room = strlen(keep) + strlen(name) + 2;
    char *path = malloc(room), *slash;
    FILE *file;

    if (!path)
        fail("no memory");
    snprintf(path, room, "%s/%s", keep, name);
    slash = strrchr(path, '/');
    *slash = 0;
    make_folder(path);
    *slash = '/';
    file = fopen(path, "wb");
    if (!file || fwrite(content.bytes, 1, content.size, file) != content.size || fclose(file) != 0)
        fail("%s: %s", path, strerror(errno));
    free(path);
}

static void show_product(char *words)
{
    char *path = second_word(words), sum[65];
    struct content content = read_file(path);

    sha256(content.bytes, content.size, sum);
    printf("    %-24s %8zu bytes  %s\n", words, content.size, sum);
    if (sums)
        fprintf(sums, "%s %s\n", sum, words);
    if (keep && getpid() == 1)
        keep_copy(words, content);
    free(content.bytes);
}

static void assert_same(char *words)
{
    char *path = second_word(words);
    struct content a = read_file(words), b = read_file(path);

    if (a.size != b.size || memcmp(a.bytes, b.bytes, a.size) != 0) {
        printf("    %s and %s differ\n", words, path);
        explain_difference(a, b);
        fail("%s and %s are not the same", words, path);
    }
    printf("    %s = %s\n", words, path);
    free(a.bytes);
    free(b.bytes);
}

static void start_test(char *words)
{
    struct test *test = malloc(sizeof *test);
    char *status, *command;

    if (!test)
        fail("no memory");
    test->folder = copy_text(words);
    status = second_word(test->folder);
    test->expected = second_word(status);
    test->input = second_word(test->expected);
    command = second_word(test->input);
    test->status = atoi(status);
    make_folder(test->folder);
    start(command, NULL, NULL, 1, test);
}

static void carry_out(char *line)
{
    char *rest = second_word(line);

    if (strcmp(line, "job") == 0) {
        start(rest, NULL, NULL, 1, NULL);
        return;
    }
    if (strcmp(line, "in") == 0) {
        char *command = second_word(rest);
        start(command, rest, NULL, 1, NULL);
        return;
    }
    if (strcmp(line, "test") == 0) {
        start_test(rest);
        return;
    }
    wait_for_all();
    if (strcmp(line, "stage") == 0)
        begin_stage(rest);
    else if (strcmp(line, "folder") == 0)
        make_folder(rest);
    else if (strcmp(line, "empty") == 0)
        make_empty(rest);
    else if (strcmp(line, "programs") == 0)
        for_host = strcmp(rest, "host") == 0;
    else if (strcmp(line, "host") == 0 || strcmp(line, "run") == 0) {
        start(rest, NULL, NULL, line[0] == 'r', NULL);
        wait_for_all();
    } else if (strcmp(line, "to") == 0) {
        char *command = second_word(rest);
        start(command, NULL, rest, 1, NULL);
        wait_for_all();
    } else if (strcmp(line, "product") == 0)
        show_product(rest);
    else if (strcmp(line, "same") == 0)
        assert_same(rest);
    else
        fail("the plan says %s", line);
}

static void carry_out_plan(const char *path)
{
    struct timespec start;
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;

    if (!file)
        fail("%s: %s", path, strerror(errno));
    clock_gettime(CLOCK_MONOTONIC, &start);
    while ((length = getline(&line, &room, file)) > 0) {
        if (line[length - 1] == '\n')
            line[length - 1] = 0;
        if (line[0] != 0)
            carry_out(line);
    }
    wait_for_all();
    end_stage();
    free(line);
    fclose(file);
    printf("%.2f s in all\n", seconds_since(start));
}

/* Where --keep says. */
static void open_sums(void)
{
    char path[1024];

    if (snprintf(path, sizeof path, "%s/sums", keep) >= (int)sizeof path)
        fail("%s: too long", keep);
    *strrchr(path, '/') = 0;
    make_folder(path);
    path[strlen(path)] = '/';
    sums = fopen(path, "w");
    if (!sums)
        fail("%s: %s", path, strerror(errno));
}

int main(int argc, char **argv)
{
    const char *plan = NULL;
    int i;

    for (i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--prefix=", 9) == 0)
            prefix = argv[i][9] ? argv[i] + 9 : NULL;
        else if (strncmp(argv[i], "--jobs=", 7) == 0)
            most_jobs = atoi(argv[i] + 7);
        else if (strncmp(argv[i], "--keep=", 7) == 0)
            keep = argv[i] + 7;
        else
            plan = argv[i];
    }
    if (!plan || most_jobs < 1 || most_jobs > MOST_JOBS)
        fail("usage: driver [--prefix=COMMAND] [--jobs=N] [--keep=FOLDER] PLAN");
    if (keep)
        open_sums();
    carry_out_plan(plan);
    if (sums && fclose(sums) != 0)
        fail("%s: %s", keep, strerror(errno));
    return 0;
}
