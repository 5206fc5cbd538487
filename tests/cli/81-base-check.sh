# What --p1=base writes is base P1: p1check-base, which knows it from docs/p1.md and not from the compiler, refuses nothing in it.
# The library and what goes along with it are a whole program, in which no label may be missing.
minicc --lib=app__ --p1=base "$ROOT/examples/hello.c" -o hello.P1pp
for target in amd64 aarch64 riscv64; do
    minicc p1check-base --target=$target "$ROOT/P1/sys-base.P1pp" "$ROOT/P1/entry-libc.P1pp" "$ROOT/build/libc.base.P1pp" hello.P1pp \
        "$ROOT/P1/elf-end.P1pp" && echo "$target: a program"
    minicc p1check-base --target=$target "$ROOT/P1/sys-base.P1pp" && echo "$target: sys-base"
done

# Then every fixture of cc and cc-libc. What C says and base P1 has no words for is an error of the compiler.
for source in "$ROOT"/tests/cc/*.c "$ROOT"/tests/cc-libc/*.c; do
    name=$(basename "$source" .c)
    case $name in
        *.*) continue ;;     # belongs to another
    esac
    # Options are words.
    if minicc --lib=app__ --p1=base $(cat "${source%.c}.options" 2>/dev/null) "$source" -o client.P1pp 2>errors; then
        minicc p1check-base --target=riscv64 client.P1pp 2>errors || { echo "$name:"; grep error errors; }
    else
        grep -q 'base P1 has no words' errors && echo "$name has no words" || { echo "$name:"; head -n 3 errors; }
    fi
    count=$((count + 1))
done
[ $count -gt 300 ] && echo "done"
