# The dialect's sources and tools as others write and call them.
case $(uname -m) in
    x86_64) run= ;;
    *) run=qemu-x86_64 ;;
esac

# Binary digits, and references with the highest byte first.
printf '0000 0001 1111 1111 # 01 FF\n:a 10000000 @a &a\n' > binary.hex2
for options in -b '-b -E' '-b -E -e'; do
    # $options are words.
    minicc hex2 -N $options binary.hex2 bytes && od -An -tx1 bytes
done

# What is an error, as others take it: the first definition, octal numbers, escapes counted as written, low bits.
printf '%%macro x 01 %%endm\n%%macro x 02 %%endm\n%%x !(010) !((strlen "a\\n")) !(300) @(70000)\n' > lenient.M1pp
minicc m1pp lenient.M1pp lenient.hex2 2>/dev/null || echo "refused"
minicc m1pp --lenient lenient.M1pp lenient.hex2 && minicc hex2 -N lenient.hex2 bytes && od -An -tx1 bytes

# A program with a P1 and an ELF header of its own, in one text and in pieces: a link and the three tools give the same bytes.
cat > own.P1pp <<'END'
%fn(p1_main, 0, {
    %la(a0, &text)
    %li(a1, 4)
    %call(&print)
    %li(a0, 3)
})
:text "own\n"
.align 4
END
minicc catm all.P1pp "$ROOT/tests/reference/amd64.P1pp" "$ROOT/P1/P1pp.P1pp" own.P1pp "$ROOT/P1/elf-end.P1pp" &&
    minicc m1pp --target=amd64 all.P1pp all.hex2 && minicc hex2 all.hex2 by-tools && minicc --target=amd64 all.P1pp -o by-link &&
    minicc --target=amd64 "$ROOT/tests/reference/amd64.P1pp" "$ROOT/P1/P1pp.P1pp" own.P1pp "$ROOT/P1/elf-end.P1pp" -o in-pieces &&
    cmp by-tools by-link && cmp by-link in-pieces && $run ./by-link
echo $?

# The header as stage0 has it: hex2 with ### lines, its own memory behind ELF_end. The instructions are minicc's.
cat > ELF.hex2 <<'END'
### Copyright nobody
## ELF header
:ELF_base
7F 45 4C 46 02 01 01 00 00 00 00 00 00 00 00 00    ## magic number # and padding
02 00 3E 00 01 00 00 00 &_start 00 00 00 00 40 00 00 00 00 00 00 00
00 00 00 00 00 00 00 00 00 00 00 00 40 00 38 00 01 00 00 00 00 00 00 00
## program header
01 00 00 00 07 00 00 00 00 00 00 00 00 00 00 00 &ELF_base 00 00 00 00 &ELF_base 00 00 00 00
%ELF_end>ELF_base 00 00 00 00 00 00 00 20 00 00 00 00 00 10 00 00 00 00 00 00
END
cat > start.P1pp <<'END'
:_start
%ld(a0, sp, 0)
%mov(a1, sp)
%addi(a1, a1, 8)
%call(&p1_main)
%mov(a1, a0)
%li(a0, %p1_sys_exit)
%syscall
END
minicc --target=amd64 ELF.hex2 start.P1pp "$ROOT/P1/P1pp.P1pp" own.P1pp "$ROOT/P1/elf-end.P1pp" -o with-header && $run ./with-header
echo $?
minicc catm text.P1pp start.P1pp "$ROOT/P1/P1pp.P1pp" own.P1pp "$ROOT/P1/elf-end.P1pp" && minicc m1pp --target=amd64 text.P1pp text.hex2 &&
    minicc catm linked.hex2 ELF.hex2 text.hex2 && minicc hex2 linked.hex2 by-tools && $run ./by-tools
echo $?
minicc --memory=1M --target=amd64 all.P1pp -o by-link 2>&1

# Text of the ext level step by step: the library with its other names and weak ones, and a client that has some of them itself.
for name in 05-printf-int 30-exit-order 48-own-names; do
    minicc --lib=app__ "$ROOT/tests/cc-libc/$name.c" -o client.P1pp &&
        minicc catm c.P1pp start.P1pp "$ROOT/P1/P1pp.P1pp" "$ROOT/P1/sys-base.P1pp" "$ROOT/P1/entry-libc.P1pp" "$ROOT/build/libc.P1pp" \
            client.P1pp "$ROOT/P1/elf-end.P1pp" && minicc m1pp --target=amd64 c.P1pp c.hex2 && minicc catm linked.hex2 ELF.hex2 c.hex2 &&
        minicc hex2 linked.hex2 program
    $run ./program > output
    echo "$name: $?"
    cmp output "$ROOT/tests/cc-libc/$name.expected"
done

# derived.P1pp makes of base operations what is built in otherwise: on all machines libp1pp and its fixtures do the same with it.
for target in amd64 aarch64 riscv64; do
    case $target-$(uname -m) in
        amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) here= ;;
        amd64-*) here=qemu-x86_64 ;;
        *) here=qemu-$target ;;
    esac
    for name in 11-narrow-memory 34-extensions 35-cmpset 40-format 42-memory 43-memory-large 46-arrays 47-characters; do
        minicc catm text.P1pp "$ROOT/P1/derived.P1pp" "$ROOT/P1/P1pp.P1pp" "$ROOT/tests/p1/$name.P1pp" &&
            minicc --target=$target --no-libp1pp text.P1pp -o program && $here ./program > output
        cmp output "$ROOT/tests/p1/$name.expected"
    done
    echo "$target: derived"
done

# And behind a P1 of its own: the reference without what it says of these operations itself.
sed '/^# ---- What libp1pp has as macros/,/^# ---- The start/d' "$ROOT/tests/reference/amd64.P1pp" > base-only.P1pp
for name in 11-narrow-memory 35-cmpset 43-memory-large; do
    minicc catm text.P1pp base-only.P1pp "$ROOT/P1/derived.P1pp" "$ROOT/P1/P1pp.P1pp" "$ROOT/tests/p1/$name.P1pp" "$ROOT/P1/elf-end.P1pp" &&
        minicc m1pp --target=amd64 text.P1pp text.hex2 && minicc hex2 text.hex2 program && $run ./program > output
    cmp output "$ROOT/tests/p1/$name.expected"
done

# %trace, and how much memory lies behind ELF_end.
minicc --target=amd64 "$ROOT/tests/p1/49-trace.P1pp" -o trace && $run ./trace 2>&1 >/dev/null | sed 's/@[0-9a-f]* /@address /'
memory() { minicc --target=amd64 $1 "$2" -o program && od -An -tu8 -j 160 -N 8 program; }
memory --memory=1M "$ROOT/tests/p1/00-exit.P1pp"
memory '' "$ROOT/tests/p1/50-memory-behind.P1pp"
memory --memory=512M "$ROOT/tests/p1/50-memory-behind.P1pp"
memory --memory=3000000000000 "$ROOT/tests/p1/00-exit.P1pp" 2>&1
echo "done"
