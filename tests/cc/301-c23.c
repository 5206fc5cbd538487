/* What -std=c23 brings. */
#include <stddef.h>
#include <stdio.h>

#if true && !false
[[nodiscard]] static int second(int, [[maybe_unused]] int b) { return b; }
#endif
struct [[deprecated]] unused_record { int member [[maybe_unused]]; };
struct [[gnu::packed]] packed { char c; int i; };
enum [[maybe_unused]] word { ONE [[deprecated]] = 1, TWO };
static_assert(sizeof(struct packed) == 5);
static_assert(sizeof(bool) == 1 && alignof(int) == 4, "sizes");
alignas(16) static char aligned[3];
static int auto_count;
auto at_file_level = 2.5f;

[[gnu::noinline, deprecated("no more")]] int old(void);

static int classify(int n)
{
    switch (n) {
    case 0:
        n++;
        [[fallthrough]];
    case 1:
        return 1;
    [[likely]] default:
        return 2;
    }
}

int main(void)
{
    [[maybe_unused]] int unused = 3;
    auto real = 3.5;
    auto text = "text";
    const auto *const pointer = &unused;
    bool yes = true, no = false;
    int *nothing = nullptr;
    int zeros[4] = {};

    [[maybe_unused]] typeof(real) twice = 2 * real;
    if (yes) [[likely]] { zeros[0] = 1; }
    printf("%g %s %d %zu %d %d\n", real, text, *pointer, sizeof at_file_level, yes, no);
    printf("%d %d %d\n", nothing == nullptr, zeros[0] + zeros[3], second(1, 2));
    printf("%d %d %d\n", classify(0), classify(1), classify(2));
    printf("%zu %zu %d\n", sizeof(true), (size_t)aligned % 16, auto_count);
    {
        int true_count = 1, nullptr_like = 2;
        printf("%d\n", true_count + nullptr_like);
    }
    goto end;
end:
}
