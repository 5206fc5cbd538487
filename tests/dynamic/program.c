/* What a dynamic program asks of ld.so: a library it is linked with, one that it opens, and that these reach back into it. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <unistd.h>

extern int library_word;
int library_answer(int (*back)(int));

static int more(int n)
{
    return n + library_word - 6;
}

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void opened(const char *path)
{
    void *library = dlopen(path, RTLD_LAZY);
    int (*answer)(int (*)(int)) = library ? (int (*)(int (*)(int)))dlsym(library, "library_answer") : NULL;
    int *word = library ? (int *)dlsym(library, "library_word") : NULL;

    printf("opened: %s\n", library ? "yes" : dlerror());
    if (!answer || !word)
        return;
    *word = 100;
    printf("its answer: %d, its word: %d, ours: %d\n", answer(more), *word, library_word);
    printf("closed: %d\n", dlclose(library));
}

int main(int argc, char **argv)
{
    int numbers[] = { 3, 1, 2 };
    void *fresh = mmap(NULL, 100000, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *heap = malloc(300000);

    qsort(numbers, 3, sizeof *numbers, compare);
    printf("sorted: %d %d %d\n", numbers[0], numbers[1], numbers[2]);
    printf("answer: %d\n", library_answer(more));
    memset(heap, 'x', 300000);
    printf("memory: %d %d\n", fresh != MAP_FAILED, heap[299999] == 'x');
    printf("an interpreter: %d, its own headers: %d\n", getauxval(AT_BASE) != 0, getauxval(AT_PHDR) != 0);
    printf("secure: %lu\n", getauxval(AT_SECURE));
    if (argc > 1)
        opened(argv[1]);
    fflush(stdout);
    if (argc > 2)
        execv("/proc/self/exe", (char *[]){ argv[0], argv[1], NULL });
    return 0;
}
