/* The time of day from a PC's clock chip, which is taken to go by Greenwich time. A microvm has none. */
#include "arch.h"
#include "machine_code.h"

enum { INDEX = 0x70, DATA = 0x71 };
enum { SECONDS = 0, MINUTES = 2, HOURS = 4, DAY = 7, MONTH = 8, YEAR = 9, STATUS_A = 10, STATUS_B = 11 };
enum { FIELDS = 6, HOURS_FIELD = 2 };
enum { IS_CHANGING = 0x80, IS_BINARY = 4, HAS_24_HOURS = 2, AFTERNOON = 0x80, MONTHS = 12, NO_CHIP = 0xff };

static int read(int which)
{
    out8(INDEX, which);
    return in8(DATA);
}

/* All fields, twice the same, so that none was read while they changed. 0: there is no clock. */
static int read_fields(int fields[FIELDS])
{
    static const u8 places[FIELDS] = { SECONDS, MINUTES, HOURS, DAY, MONTH, YEAR };
    int tries = 100000, same = 0, i, value;

    if (read(STATUS_A) == NO_CHIP) return 0;
    while (!same && tries-- > 0) {
        if (read(STATUS_A) & IS_CHANGING) continue;
        same = 1;
        for (i = 0; i < FIELDS; i++) {
            value = read(places[i]);
            if (value != fields[i]) same = 0;
            fields[i] = value;
        }
    }
    return same;
}

static int from_decimal(int value)
{
    return value / 16 * 10 + value % 16;
}

/* Days since 1970 began. Years are of this century, in which every fourth one is a leap year. */
static u64 days(int year, int month, int day)
{
    static const u16 before[MONTHS] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
    u64 total = 10957 + year * 365UL + (year + 3) / 4 + before[month - 1] + day - 1;

    return year % 4 == 0 && month > 2 ? total + 1 : total;
}

u64 arch_wall_seconds(void)
{
    int f[FIELDS] = { -1 }, status, hours, is_afternoon, i;

    if (!read_fields(f)) return 0;
    status = read(STATUS_B);
    is_afternoon = !(status & HAS_24_HOURS) && f[HOURS_FIELD] & AFTERNOON;
    f[HOURS_FIELD] &= ~AFTERNOON;
    if (!(status & IS_BINARY))
        for (i = 0; i < FIELDS; i++) f[i] = from_decimal(f[i]);
    hours = status & HAS_24_HOURS ? f[HOURS_FIELD] : f[HOURS_FIELD] % 12 + (is_afternoon ? 12 : 0);
    if (f[0] > 59 || f[1] > 59 || hours > 23 || f[3] < 1 || f[3] > 31 || f[4] < 1 || f[4] > MONTHS || f[5] > 99) return 0;
    return (days(f[5], f[4], f[3]) * 24 + hours) * 3600 + f[1] * 60 + f[0];
}
