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
"$minicc" --target="$arch" --no-libp1pp --emit=gas --entry="$entry" --base="$base" --section-start=text="$base" \
    $first $rest "$work/end.P1pp" -o "$work/code.s"

names=$(sed -n 's/^%enum C_LINK {\(.*\)}/\1/p' "$code/tcc/calls.P1pp")
{
    echo "/* Made by machine-code-for-tcc.sh from kernel/arch/$arch. */"
    for name in $names; do echo "extern char $name[];"; done
    echo '__asm__(".text\n"'
    echo '".globl _start\n_start:\n.globl ELF_base\nELF_base:\n"'
    # c_links at the end is the C function below.
    sed '/^\.text$/d; /^\.globl c_links$/d; /^c_links:$/d; s/.*/"&\\n"/' "$work/code.s"
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
