#!/bin/sh
# prepare-tcc.sh: tcc's sources as the chain compiles them, in build/tcc/tree: what fetch-tcc.sh brought, and lines of
# our own at a few places. A place that is not found, or more than once, is an error.
set -eu
cd "$(dirname "$0")/.."
sh scripts/fetch-tcc.sh

source=build/tcc/source
tree=build/tcc/tree
stamp=build/tcc/tree.stamp
sum=$(cat chain/prepare-tcc.sh build/tcc/source.stamp | sha256sum)
[ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && exit 0

rm -rf "$tree" "$stamp"
cp -r "$source" "$tree"
# tcc's configure would write this file; all settings come as -D options.
: >"$tree/config.h"

# insert FILE FIRST SECOND: puts standard input between two lines that follow each other.
insert() {
    cat >build/tcc/lines
    awk -v first="$2" -v second="$3" '
        NR > 1 && previous == first && $0 == second {
            found++
            while ((getline line <"build/tcc/lines") > 0)
                print line
        }
        { print; previous = $0 }
        END { exit found != 1 }' "$tree/$1" >build/tcc/inserted || {
        echo "prepare-tcc: $1 has no place between '$2' and '$3', or several"
        rm -rf "$tree"
        exit 1
    } >&2
    mv build/tcc/inserted "$tree/$1"
    rm build/tcc/lines
}

# A constant of type long double, written by a compiler whose own long double is a double, as minicc's is: the
# double's bits, widened to the 80 bits of x86 or to 128.
insert tccgen.c '	    case VT_LDOUBLE:' '#if defined TCC_IS_NATIVE_387' <<'LINES'
                if (sizeof (long double) == 8 && LDOUBLE_SIZE == 16) {
                    unsigned long long bits, fraction, *words = ptr;
                    int exponent;
                    memcpy(&bits, &vtop->c.ld, 8);
                    fraction = bits & 0xfffffffffffffULL;
                    exponent = bits >> 52 & 0x7ff;
                    if (exponent == 0x7ff)
                        exponent = 0x7fff;
                    else if (exponent)
                        exponent += 16383 - 1023;
                    else if (fraction) {
                        /* The double is subnormal, the wider number is not. */
                        for (exponent = 16383 - 1022; !(fraction >> 52); exponent--)
                            fraction <<= 1;
                        fraction &= 0xfffffffffffffULL;
                    }
#if defined TCC_TARGET_X86_64
                    words[0] = fraction << 11 | (unsigned long long)(exponent != 0) << 63;
                    words[1] = bits >> 63 << 15 | exponent;
#else
                    words[0] = fraction << 60;
                    words[1] = bits >> 63 << 63 | (unsigned long long)exponent << 48 | fraction >> 4;
#endif
                } else
LINES

# A negative floating constant that is converted to an integer: the conversion to an unsigned type is undefined, and tcc's
# own gives the absolute value.
insert tccgen.c '                if(sf)' '                    vtop->c.i = vtop->c.ld;' <<'LINES'
                    if (vtop->c.ld < 0)
                        vtop->c.i = (long long)vtop->c.ld;
                    else
LINES

# A floating-point number as a condition: its comparison with zero is an integer in a register on riscv64 and, for a long
# double, on aarch64. tcc took whatever is not a pending comparison for a constant.
insert tccgen.c '        gen_op(TOK_NE);' '        if (vtop->r != VT_CMP) /* must be VT_CONST then */' <<'LINES'
        if (vtop->r != VT_CMP && (vtop->r & (VT_VALMASK | VT_LVAL | VT_SYM)) != VT_CONST) {
            vpushi(0);
            gen_op(TOK_NE);
        }
LINES

# riscv64: what is more than 2 KiB from the frame pointer, and what has an addend, is reached with an instruction for the
# upper bits of the offset, which the value then has no more. The second half of a long double was stored without them.
insert riscv64-gen.c '    int align, size;' '    if (fr & VT_LVAL) {' <<'LINES'
    SValue own = *sv;
    sv = &own;
LINES
insert riscv64-gen.c '    int align, size = type_size(&sv->type, &align);' \
    '    assert(!is_float(bt) || is_freg(r) || bt == VT_LDOUBLE);' <<'LINES'
    SValue own = *sv;
    sv = &own;
LINES

# aarch64 and riscv64: a difference of pointers is signed.
insert riscv64-gen.c '    case TOK_PDIV:' '    case TOK_UDIV:' <<'LINES'
        ER(0x33 | ll, 4, d, a, b, 1); // div d, a, b
        break;
LINES
insert arm64-gen.c '    case TOK_PDIV:' '        o(0x1ac00800 | l << 31 | x | a << 5 | b << 16); // udiv' <<'LINES'
        if (op == TOK_PDIV)
            o(0x1ac00c00 | l << 31 | x | a << 5 | b << 16); // sdiv
        else
LINES

# Programs are linked statically without being asked: there is no dynamic linker in the chain.
insert libtcc.c '#else' '    /* paths for crt objects */' <<'LINES'
    if (output_type == TCC_OUTPUT_EXE)
        s->static_link = 1;
LINES

# tcc -ar leaves weak symbols out of the index, so nothing that only they name is ever linked: musl's pthread_create is one.
insert tcctools.c '                    || sym->st_info == 0x12' '                    )) {' <<'LINES'
                    || sym->st_info >> 4 == STB_WEAK
LINES

# -run in tcc0: there the program that runs has P1's calling convention, and the program in memory the machine's.
insert tccrun.c '    void **b = (void **)get_sym_addr(s1, end, 0, 0);' '    while (a != b)' <<'LINES'
#ifdef __MINICC__
    while (a != b)
        __call_native(*a++, argc, argv, envp);
#endif
LINES
insert tccrun.c '    {' '        ret = prog_main(argc, argv, envp);' <<'LINES'
#ifdef __MINICC__
        ret = __call_native(prog_main, argc, argv, envp);
#else
LINES
insert tccrun.c '        ret = prog_main(argc, argv, envp);' '    }' <<'LINES'
#endif
LINES

echo "$sum" >"$stamp"
