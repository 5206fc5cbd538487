/* RLIMIT_AS and RLIMIT_DATA: addresses of any kind, and private memory that may be written. */
#include "check.h"
#include <sys/mman.h>
#include <sys/resource.h>

#define MIB (1l << 20)

static long mapped(int rights, int kind, long size)
{
    void *at = mmap(NULL, (size_t)size, rights, kind | MAP_ANONYMOUS, -1, 0);

    return at == MAP_FAILED ? -1 : (long)at;
}

/* Limits are set in children: there is no way back from one that is too low. */
static void of_addresses(void)
{
    struct rlimit limit = { 64 * MIB, 64 * MIB };
    char *at;

    GIVES(0, setrlimit(RLIMIT_AS, &limit));
    FAILS(ENOMEM, mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE, 100 * MIB));
    FAILS(ENOMEM, mapped(PROT_NONE, MAP_PRIVATE | MAP_NORESERVE, 100 * MIB));
    FAILS(ENOMEM, mapped(PROT_READ, MAP_SHARED, 100 * MIB));
    at = (char *)mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE, 16 * MIB);
    HOLDS((long)at != -1);
    FAILS(ENOMEM, mremap(at, 16 * MIB, 100 * MIB, MREMAP_MAYMOVE));
    at = mremap(at, 16 * MIB, 24 * MIB, MREMAP_MAYMOVE);
    HOLDS(at != MAP_FAILED);
    HOLDS(malloc(100 * MIB) == NULL);
    HOLDS(malloc(1000) != NULL);
    GIVES(0, munmap(at, 24 * MIB));
    HOLDS(mapped(PROT_NONE, MAP_PRIVATE, 40 * MIB) != -1);
}

static void of_data(void)
{
    struct rlimit limit = { 32 * MIB, 32 * MIB };

    GIVES(0, setrlimit(RLIMIT_DATA, &limit));
    FAILS(ENOMEM, mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE, 48 * MIB));
    HOLDS(mapped(PROT_READ, MAP_PRIVATE, 48 * MIB) != -1);
    HOLDS(mapped(PROT_READ | PROT_WRITE, MAP_SHARED, 48 * MIB) != -1);
    HOLDS(mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE, 16 * MIB) != -1);
    FAILS(ENOMEM, mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE, 16 * MIB));
    HOLDS(malloc(48 * MIB) == NULL);
}

int main(void)
{
    GIVES(0, ending_of(of_addresses));
    GIVES(0, ending_of(of_data));
    return finish();
}
