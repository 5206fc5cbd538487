#!/bin/sh
# prepare-musl.sh: musl's sources as boot5 compiles them with tcc, in build/musl/tree: what fetch-musl.sh brought, without
# what tcc cannot take, and with lines and files of our own (chain/musl, which lies as musl does). A place that
# is not found, or more than once, is an error. build/musl/changes has a line for each change: machine, kind, file. The
# kinds: `ours` a file of ours takes the place of musl's, `generic` musl's C takes the place of a file for
# the machine, `lines` has lines of ours, `out` is not compiled.
set -eu
cd "$(dirname "$0")/.."
sh scripts/fetch-musl.sh

source=build/musl/source
tree=build/musl/tree
changes=build/musl/changes
stamp=build/musl/tree.stamp
sum=$(find chain/musl chain/prepare-musl.sh build/musl/source.stamp -type f | LC_ALL=C sort | xargs sha256sum | sha256sum)
[ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && exit 0

rm -rf "$tree" "$stamp" "$changes"
cp -r "$source" "$tree"

fail() {
    echo "prepare-musl: $1" >&2
    rm -rf "$tree" "$changes"
    exit 1
}

note() {
    printf '%s %s %s\n' "$@" >>"$changes"
}

# replace MACHINE FILE FIRST END: standard input takes the place of the lines from FIRST up to END, which stays. With FIRST
# alone it takes the place of that line.
replace() {
    cat >build/musl/lines
    awk -v first="$3" -v end="${4-}" '
        !inside && $0 == first {
            found++
            inside = 1
            while ((getline line <"build/musl/lines") > 0)
                print line
            if (end == "") {
                inside = 0
                next
            }
        }
        inside && $0 == end { inside = 0 }
        !inside { print }
        END { exit found != 1 || inside }' "$tree/$2" >build/musl/replaced ||
        fail "$2 has no line '$3', or several, or no end of that place"
    mv build/musl/replaced "$tree/$2"
    rm build/musl/lines
    note "$1" lines "$2"
}

# drop MACHINE KIND FILE…: the machine has no file of its own there.
drop() {
    whose=$1 kind=$2
    shift 2
    for dropped; do
        [ -f "$tree/$dropped" ] || fail "there is no $dropped"
        rm "$tree/$dropped"
        note "$whose" "$kind" "$dropped"
    done
}

# Inline assembly that is empty: a barrier for compilers that move code across calls. tcc does not, and for aarch64 and
# riscv64 it knows no inline assembly at all.
replace all src/env/__libc_start_main.c '	__asm__ ( "" : "+r"(stage2) : : "memory" );' </dev/null
replace all src/string/explicit_bzero.c '	__asm__ __volatile__ ("" : : "r"(d) : "memory");' </dev/null

# An initialiser that is constant only for compilers that look into `static const` variables.
replace all src/math/sqrtl.c '	static const u128 threel = {.hi=three<<32, .lo=0};' <<'LINES'
	u128 threel = {.hi=three<<32, .lo=0};
LINES

# tcc for riscv64 reaches 2 KiB behind a symbol; the table lies further behind its beginning.
replace all src/math/log.c '#define T2 __log_data.tab2' <<'LINES'
static const struct log_data *const log_data = &__log_data;
#define T2 log_data->tab2
LINES

# To tcc an alias is another spelling of the name that it stands for, so nothing defines it. The assembler defines it.
replace all src/include/features.h '#define weak_alias(old, new) \' '#endif' <<'LINES'
#define weak_alias(old, new) \
	extern __typeof(old) new __attribute__((__weak__)); \
	__asm__(".weak " #new "\n.set " #new "," #old "\n")

LINES

# On riscv64 Linux has no restorer in its structure, so the mask is in that place (chain/musl/arch/riscv64/ksigaction.h); qemu-user 7.2
# looks for it behind a restorer. There it is as well.
replace all src/signal/sigaction.c '		memcpy(&ksa.mask, &sa->sa_mask, _NSIG/8);' <<'LINES'
		memcpy(&ksa.mask, &sa->sa_mask, _NSIG/8);
#ifdef __riscv
		memcpy(&ksa.restorer, &sa->sa_mask, _NSIG/8);
#endif
LINES

# System calls: functions in src/internal/MACHINE/machine.c. tcc has no inline assembly for aarch64 and riscv64, and on amd64
# it runs out of registers where five and six arguments have theirs.
for machine in x86_64 aarch64 riscv64; do
    head='static inline long __syscall0(long n)'
    [ $machine = aarch64 ] && head='#define __asm_syscall(...) do { \'
    [ $machine = riscv64 ] && head='#define __asm_syscall(...) \'
    [ $machine = x86_64 ] && head='static __inline long __syscall0(long n)'
    replace $machine arch/$machine/syscall_arch.h "$head" '#define VDSO_USEFUL' <<'LINES'
long __syscall0(long);
long __syscall1(long, long);
long __syscall2(long, long, long);
long __syscall3(long, long, long, long);
long __syscall4(long, long, long, long, long);
long __syscall5(long, long, long, long, long, long);
long __syscall6(long, long, long, long, long, long, long);

LINES
done

# Atomic operations and the thread pointer of the two machines without inline assembly: functions there too. Everything
# else about atomics is musl's C above these.
for machine in aarch64 riscv64; do
    cat >$tree/arch/$machine/atomic_arch.h <<'LINES'
#define a_cas a_cas
int a_cas(volatile int *, int, int);
#define a_cas_p a_cas_p
void *a_cas_p(volatile void *, void *, void *);
#define a_barrier a_barrier
void a_barrier(void);
#define a_crash a_crash
void a_crash(void);
LINES
    note $machine lines arch/$machine/atomic_arch.h
    replace $machine arch/$machine/pthread_arch.h 'static inline uintptr_t __get_tp()' '#define TLS_ABOVE_TP' <<'LINES'
uintptr_t __get_tp(void);

LINES
done

# Mathematics by single instructions, as inline assembly: none on aarch64 and riscv64; on amd64 tcc knows no
# constraints for registers of SSE and the x87.
for name in fabs fabsf fabsl fmodl llrint llrintf llrintl lrint lrintf lrintl remainderl remquol rintl sqrt sqrtf sqrtl; do
    drop x86_64 generic src/math/x86_64/$name.c
done
for machine in aarch64 riscv64; do
    for file in "$tree/src/math/$machine"/*.c; do
        drop $machine generic "${file#"$tree/"}"
    done
done
drop aarch64 generic arch/aarch64/fp_arch.h

# tcc's assembler reads no `fmul %st(1),%st`.
drop x86_64 generic src/math/x86_64/expl.s

# Machine code of aarch64 and riscv64 that musl has in C too. The start files' parts would call constructors by .init; with
# empty ones they are called from the table.
drop aarch64 generic src/string/aarch64/memcpy.S src/string/aarch64/memset.S crt/aarch64/crti.s crt/aarch64/crtn.s
drop aarch64 generic src/ldso/aarch64/dlsym.s src/ldso/aarch64/tlsdesc.s
drop riscv64 generic src/ldso/riscv64/dlsym.s src/fenv/riscv64/fenv-sf.c

# Machine code that C cannot have. setjmp.c has longjmp and sigsetjmp as well, machine.c __set_thread_area.
for machine in aarch64 riscv64; do
    drop $machine ours "src/signal/$machine/sigsetjmp.s" "src/thread/$machine/__set_thread_area.s"
done
drop aarch64 ours src/setjmp/aarch64/longjmp.s
drop riscv64 ours src/setjmp/riscv64/longjmp.S
for file in $(find chain/musl -type f | LC_ALL=C sort); do
    file=${file#chain/musl/}
    case $file in
    arch/*/* | src/*/*/*) machine=${file%/*} machine=${machine##*/} ;;
    *) machine=all ;;
    esac
    case $file in
    # Nothing of musl's is there.
    */machine.c | arch/riscv64/ksigaction.h) note "$machine" ours "$file" ;;
    *.c) drop "$machine" ours "$(cd $tree && ls "${file%.c}".[csS])" ;;
    *) drop "$machine" ours "$file" ;;
    esac
    mkdir -p "$tree/${file%/*}"
    cp "chain/musl/$file" "$tree/$file"
done

# Left out: _Complex, which tcc does not know.
for file in "$tree"/src/complex/*.c; do
    drop all out "${file#"$tree/"}"
done

# Headers that musl's Makefile makes.
printf '#define VERSION "%s"\n' "$(cat $tree/VERSION)" >$tree/src/internal/version.h
for machine in x86_64 aarch64 riscv64; do
    bits=$tree/arch/$machine/bits
    # TYPEDEF, STRUCT and UNION lines become definitions that a header asks for with __NEED_NAME.
    awk '
        /^(TYPEDEF|STRUCT|UNION) / {
            kind = tolower($1)
            text = $0
            sub(/^[A-Z]+ +/, "", text)
            if (kind == "typedef") {
                name = text
                sub(/;$/, "", name)
                sub(/.* /, "", name)
            } else {
                name = kind "_" $2
            }
            print "#if defined(__NEED_" name ") && !defined(__DEFINED_" name ")"
            print kind " " text
            print "#define __DEFINED_" name
            print "#endif"
            next
        }
        { print }' $bits/alltypes.h.in $tree/include/alltypes.h.in >$bits/alltypes.h
    { cat $bits/syscall.h.in; sed -n 's/__NR_/SYS_/p' $bits/syscall.h.in; } >$bits/syscall.h
done

echo "$sum" >"$stamp"
