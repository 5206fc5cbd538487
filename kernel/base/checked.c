/* Sums of numbers that programs give. A sum that would wrap around is never made. */
#include "base.h"

int range_fits(u64 start, u64 size, u64 low, u64 high)
{
    return start >= low && start <= high && size <= high - start;
}

int whole_pages(u64 size, u64 *rounded)
{
    *rounded = PAGE_UP(size);
    return *rounded >= size;
}

u64 add_at_most(u64 a, u64 b, u64 most)
{
    return a >= most || b >= most - a ? most : a + b;
}

u64 multiply_at_most(u64 a, u64 b, u64 most)
{
    return b != 0 && a >= most / b ? most : a * b;
}
