/*
 * The state of floating point and vectors. A processor with XSAVE keeps what XCR0 names (x87, SSE, AVX) in an area of 512 bytes as
 * FXSAVE writes it, 64 bytes of header (which parts are not as in a fresh program), and 256 bytes for the upper halves of
 * ymm0 to ymm15. Programs see by OSXSAVE and XGETBV that AVX is theirs. Without XSAVE there is FXSAVE's part alone.
 */
#include "arch.h"
#include "amd64.h"
#include "base.h"
#include "linux.h"
#include "machine_code.h"
#include "memory.h"

enum { FEATURES = 1, STATES = 13, XSAVE = 1 << 26, OSXSAVE = 1 << 18, X87 = 1, SSE = 2, AVX = 4 };
enum { LEGACY_SIZE = 512, HEADER_SIZE = 64, CONTROL = 0, SSE_CONTROL = 24, HEADER = 512 };

/* Where FXSAVE leaves room for software, Linux says what follows in a signal frame. */
enum { SOFTWARE = 464, MAGIC_SIZE = 4 };
#define MAGIC_BEGIN 0x46505853u
#define MAGIC_END 0x46505845u

struct software {
    u32 magic, whole_size;
    u64 states;
    u32 size, unused[7];
};

static u64 states;               /* XCR0; 0: no XSAVE */
static u32 area_size = LEGACY_SIZE;

static u8 *area_of(struct cpu_state *s)
{
    return (u8 *)(((u64)s->fpu + 63) & ~63UL);
}

/* What the processor would keep beyond AVX has no room in struct cpu_state, and stays off. */
void amd64_fpu_init(void)
{
    u32 words[4];

    read_cpuid(FEATURES, words);
    if (!(words[2] & XSAVE)) return;
    write_cr4(read_cr4() | OSXSAVE);
    read_cpuid(STATES, words);
    states = words[0] & (X87 | SSE | AVX);
    write_xcr0(states);
    /* In the order of its bits, for those that XCR0 names now. */
    read_cpuid(STATES, words);
    area_size = words[1];
    if (area_size > FPU_SIZE) panic("%u bytes of vector state", area_size);
}

/* All exceptions masked, rounding to nearest: what a program starts with. */
void cpu_state_init(struct cpu_state *s)
{
    u16 control = 0x37f;
    u32 sse_control = 0x1f80;
    u64 present = X87 | SSE;

    clear_bytes(s, sizeof *s);
    copy_bytes(area_of(s) + CONTROL, &control, 2);
    copy_bytes(area_of(s) + SSE_CONTROL, &sse_control, 4);
    copy_bytes(area_of(s) + HEADER, &present, 8);
}

void fpu_save(struct cpu_state *s)
{
    if (states) xsave(area_of(s), states);
    else fxsave(area_of(s));
}

void fpu_load(struct cpu_state *s)
{
    if (states) xrstor(area_of(s), states);
    else fxrstor(area_of(s));
}

/* ---- In signal frames ---- */

u64 fpu_frame_size(void)
{
    return states ? area_size + MAGIC_SIZE : LEGACY_SIZE;
}

int fpu_put(struct cpu_state *s, u64 user)
{
    struct software software = { MAGIC_BEGIN, area_size + MAGIC_SIZE, states, area_size };
    u32 end = MAGIC_END;

    if (!states) return copy_out(user, area_of(s), LEGACY_SIZE);
    copy_bytes(area_of(s) + SOFTWARE, &software, sizeof software);
    return copy_out(user, area_of(s), area_size) < 0 ? -EFAULT : copy_out(user + area_size, &end, MAGIC_SIZE);
}

/* What XRSTOR would fault at in the kernel: bits of the header that are none. Without a good header the rest is as in a fresh program. */
static int take_rest(struct cpu_state *s, u64 user)
{
    struct software software;
    u64 present = X87 | SSE, given;
    u8 *area = area_of(s);
    u32 end;

    copy_bytes(&software, area + SOFTWARE, sizeof software);
    if (software.magic == MAGIC_BEGIN && software.size == area_size && software.whole_size == area_size + MAGIC_SIZE) {
        if (copy_in(&end, user + area_size, MAGIC_SIZE) < 0 || copy_in(&given, user + HEADER, 8) < 0) return -EFAULT;
        if (end == MAGIC_END) {
            if (copy_in(area + HEADER + HEADER_SIZE, user + HEADER + HEADER_SIZE, area_size - HEADER - HEADER_SIZE) < 0) return -EFAULT;
            present = given & software.states & states;
        }
    }
    clear_bytes(area + HEADER, HEADER_SIZE);
    copy_bytes(area + HEADER, &present, 8);
    return 0;
}

int fpu_take(struct cpu_state *s, u64 user)
{
    u32 *control = (u32 *)(area_of(s) + SSE_CONTROL);

    if (copy_in(area_of(s), user, LEGACY_SIZE) < 0) return -EFAULT;
    /* The same with bits of its control register. */
    *control &= 0xffff;
    return states ? take_rest(s, user) : 0;
}
