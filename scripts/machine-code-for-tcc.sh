#!/bin/sh
# machine-code-for-tcc.sh MINICC ARCH OUT.c: the kernel's machine code as a C file of words, for a kernel whose C is compiled
# by tcc. It is the first file of that link, and its first byte is where the kernel begins.
set -eu
minicc=$1
arch=$2
out=$3
cd "$(dirname "$0")/.."
code=kernel/arch/$arch
work=build/$arch/machine-code
mkdir -p "$work"

# Where the text begins, and the entry.
base=$(sed -n 's/^kernel_link_.*--\(section-start=text\|base\)=\(0x[0-9a-f]*\).*/\2/p' "$code/arch.mk")
entry=$(sed -n 's/^kernel_link_.*--entry=\([a-z0-9_]*\).*/\1/p' "$code/arch.mk")
first="$code/instructions.P1pp $code/tcc/calls.P1pp"
rest=$(ls "$code"/*.P1pp | grep -v '/instructions\.P1pp$\|/calls\.P1pp$')
printf '%%section(text, 16, keep)\n:c_links\n' > "$work/end.P1pp"
# The words are lists of names without blanks.
# shellcheck disable=SC2086
"$minicc" --target="$arch" --no-libp1pp --emit=bin --entry="$entry" --base="$base" --section-start=text="$base" \
    --map="$work/map" $first $rest "$work/end.P1pp" -o "$work/bytes"

names=$(sed -n 's/^%enum C_LINK {\(.*\)}/\1/p' "$code/tcc/calls.P1pp")
{
    echo "/* Made by machine-code-for-tcc.sh from kernel/arch/$arch. */"
    for name in $names; do echo "extern char $name[];"; done
    echo '__asm__(".text\n"'
    echo '".globl _start\n_start:\n.globl ELF_base\nELF_base:\n"'
    # Labels and 4-byte words by their offsets, in order.
    {
        sed -n "s/^\([0-9A-F]*\) \([0-9A-F]*\)   \(.*\)/\1 \2 \3/p" "$work/map" |
            while read -r address size name; do
                [ "$size" = 00000000 ] || printf '%08x 0 %s\n' $((0x${address#????????} - 0x${base#0x????????})) "$name"
            done
        od -An -v -w4 -tx4 "$work/bytes" | awk '{ printf "%08x 1 0x%s\n", 4 * (NR - 1), $1 }'
    } | LC_ALL=C sort | awk '
        $2 == 0 { printf "\".globl %s\\n%s:\\n\"\n", $3, $3 }
        $2 == 1 { printf "\".int %s\\n\"\n", $3; words++ }
        END { while (words++ % 4) print "\".int 0\\n\"" }'
    echo ');'
    # The words run into this function. What it returns must not depend on where it runs: the linker fills in addresses.
    echo 'char *c_links(unsigned long n)'
    echo '{'
    n=0
    for name in $names; do
        echo "    if (n == $n) return $name;"
        n=$((n + 1))
    done
    echo '    return 0;'
    echo '}'
    echo '/* The first of the data, and not zero. */'
    echo 'unsigned char __data_start[8] = { 1 };'
} > "$out"
