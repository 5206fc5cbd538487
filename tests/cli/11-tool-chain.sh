# The three tools one after the other, as people chain them: catm, m1pp, hex2. The source brings its own ELF header
# and start; a link of the same text must lay it out the same way. The fixtures of p1 run both ways.
for target in amd64 aarch64 riscv64; do
    case $target in
        amd64) machine=3E flags=0 argc=0 argv=8 ;;
        aarch64) machine=B7 flags=0 argc=-8 argv=0 ;;
        riscv64) machine=F3 flags=5 argc=0 argv=8 ;;
    esac
    case $target-$(uname -m) in
        amd64-x86_64 | aarch64-aarch64 | riscv64-riscv64) run= ;;
        amd64-*) run=qemu-x86_64 ;;
        *) run=qemu-$target ;;
    esac

    cat > header.P1pp <<END
# One segment for everything, from the header to ELF_end; 16 MiB of room, since zeros may follow.
:ELF_base
7F 45 4C 46 02 01 01 00 \$(0)
02 00 $machine 00 %(1) &_start %(0) \$(64) \$(0) %($flags) 40 00 38 00 01 00 00 00 00 00 00 00
%(1) %(7) \$(0) &ELF_base %(0) &ELF_base %(0) %ELF_end>ELF_base %(0) \$(0x1000000) \$(0x1000)

:_start
%ld(a0, sp, $argc)
%mov(a1, sp)
%addi(a1, a1, $argv)
%call(&p1_main)
%mov(a1, a0)
%li(a0, %p1_sys_exit)
%syscall
END

    # The two differ in size: only a link knows where a short branch reaches.
    for source in "$ROOT"/tests/p1/*.P1pp; do
        name=$(basename "$source" .P1pp)
        case $name in
            03-main) continue ;;         # wants another start
            23-replaced) continue ;;     # replaces labels of the library, which in one text is an error
            42-memory) continue ;;       # code and data on one page: minutes under an emulator
            50-memory-behind) continue ;;    # wants more memory than this header gives
            77-setjmp | 86-files | 87-processes) continue ;;    # want ext.P1pp, which replaces labels of sys-base.P1pp
            75-symbols | 93-constructors) continue ;;           # weak references and lists of constructors, which only a link has
        esac
        minicc catm all.P1pp header.P1pp "$ROOT/P1/P1pp.P1pp" "$source" "$ROOT/P1/elf-end.P1pp" &&
            minicc m1pp --target=$target all.P1pp all.hex2 &&
            minicc hex2 all.hex2 by-tools &&
            minicc --target=$target --no-libp1pp all.P1pp -o by-link || { echo "$name: not assembled"; continue; }
        expected=$ROOT/tests/p1/$name.expected
        [ -f "$expected" ] || expected=/dev/null
        status=0
        [ ! -f "$ROOT/tests/p1/$name.expected-exit" ] || status=$(cat "$ROOT/tests/p1/$name.expected-exit")
        arguments=
        [ ! -f "$ROOT/tests/p1/$name.args" ] || arguments=$(cat "$ROOT/tests/p1/$name.args")
        for program in by-tools by-link; do
            $run ./$program $arguments > output 2> errors
            actual=$?
            [ $actual = $status ] || echo "$name: $program ends with $actual, not $status"
            cmp output "$expected" || echo "$name: $program prints something else"
        done
    done
    echo "$target: done"
done
