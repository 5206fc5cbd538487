/* What C says and base P1 has no words for. */
extern int elsewhere[10];
extern char _end[];
extern int missing(void) __attribute__((weak));
int *third = &elsewhere[3];
static int *inside[] = { &elsewhere[1] };
int other(void) __attribute__((alias("another")));

__attribute__((constructor)) static void start(void)
{
}

int f(void)
{
    return _end[0] + missing ? missing() + *third + *inside[0] : 0;
}
