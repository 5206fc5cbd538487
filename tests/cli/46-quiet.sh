# What is left out by a constant condition is no mistake: a value there is never computed, a name never asked for, and code behind
# `if (constant) return` is for another setting. The same things where they count are told.
cat >quiet.c <<'EOF'
#if defined X && X >= 9
#endif
#if 1 || Y > 3
#endif
#if 1 ? 0 : Z
#endif
int a = 0 && 2147483647 + 1, b = 1 || 1 / 0, c = 1 ? 2 : 2147483647 + 1, d = 0 ? 1 << 40 : 3;
int f(int x)
{
    if (sizeof(int) == 4)
        return 3;
    if (x)
        return 4;
    return x;
}
EOF
cat >loud.c <<'EOF'
#if Y > 3
#endif
int a = 1 && 2147483647 + 1, b = 0 || 1 << 40, c = 0 ? 2 : 2147483647 + 1;
int f(int x)
{
    return 3;
    x = 4;
    return x;
}
EOF
minicc -Wall -Wextra -Wundef -Wunreachable-code -Werror -c quiet.c && echo quiet
minicc -Wall -Wextra -Wundef -Wunreachable-code -c loud.c 2>&1 | sed -n 's/.*warning: //p'
