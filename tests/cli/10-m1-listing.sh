# The listings of --emit=m1 and --emit=hex2, assembled by the tools they are meant for, are the program itself,
# byte for byte: mescc-tools' M1 and hex2, and `minicc hex2`. All fixtures of p1, all machines.
command -v M1 >/dev/null && command -v hex2 >/dev/null || { echo "M1 and hex2 are missing: install mescc-tools"; exit 1; }

# M1 asks for the machine only to know how to encode numbers, and a listing has none.
m1_machine() { case $1 in aarch64) echo amd64 ;; *) echo "$1" ;; esac; }

for target in amd64 aarch64 riscv64; do
    for source in "$ROOT"/tests/p1/*.P1pp; do
        name=$(basename "$source" .P1pp)
        entry=
        if grep -q '^# link: entry-plain' "$source"; then entry=$ROOT/P1/entry-plain.P1pp; fi
        minicc --target=$target $entry "$source" -o program || echo "$target $name: no program"
        minicc --target=$target --emit=m1 $entry "$source" -o program.M1 || echo "$target $name: no M1 listing"
        minicc --target=$target --emit=hex2 $entry "$source" -o program.hex2 || echo "$target $name: no hex2 listing"

        M1 --file program.M1 --architecture $(m1_machine $target) --little-endian --output program.M1.hex2 &&
            hex2 --file program.M1.hex2 --architecture $target --little-endian --base-address 0x600000 --output from-m1
        cmp program from-m1 || echo "$target $name: M1 and hex2 make another file"
        hex2 --file program.hex2 --architecture $target --little-endian --base-address 0x600000 --output from-hex2
        cmp program from-hex2 || echo "$target $name: hex2 makes another file"
        minicc hex2 -B 0x600000 program.hex2 from-own
        cmp program from-own || echo "$target $name: minicc hex2 makes another file"
        rm -f from-m1 from-hex2 from-own
    done
    echo "$target: done"
done
