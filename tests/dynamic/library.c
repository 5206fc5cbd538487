/* A library that the program is linked with, or that it opens: data of its own, a thread-local, a constructor. */
static int made;
static __thread int counted = 40;
int library_word = 7;

__attribute__((constructor)) static void make(void)
{
    made = 1;
}

int library_answer(int (*back)(int))
{
    counted += made;
    return back(counted);
}
