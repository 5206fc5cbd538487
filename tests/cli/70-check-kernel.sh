# seed check names what a loader would not take: a small kernel is broken in one place after the other.
cat > kernel.P1pp <<'P1PP'
%section(note, 4, keep)
%(4) %(8) %(18) "Xen\0" %ptr8(&pvh_entry, 0x80000000)
%section(text, 16, keep)
:pvh_entry
FA F4
.align 8
%(0xe85250d6) %(0) %(24) %(0x17adaf12)
%(0) %(8)
%section(bss, 16, keep)
:room
%zero(4096)
%section(data, 8, keep)
:where
%ptr8(&room)
P1PP
minicc --target=amd64 -nostdlib --base=0xffffffff80100000 --phys=0x100000 --entry=pvh_entry kernel.P1pp -o kernel.elf || exit 1

seed() { "$ROOT/build/bin/seed" "$@"; }
word() { od -An -v -tu4 -j "$1" -N 4 "$2" | tr -d ' '; }
# put NUMBER BYTES OFFSET: into broken.elf
put() {
    number=$1 count=$2 bytes=
    while [ "$count" -gt 0 ]; do
        bytes="$bytes\\$(printf %03o $((number & 255)))"
        number=$((number >> 8)) count=$((count - 1))
    done
    printf "$bytes" | dd of=broken.elf bs=1 seek="$3" conv=notrunc 2> dd.log
}
# broken WHAT NUMBER BYTES OFFSET
broken() {
    cp kernel.elf broken.elf
    put "$2" "$3" "$4"
    echo "-- $1"
    seed check broken.elf
    echo "status $?"
}
# Program headers of 56 bytes from 64 on: text, data with bss, note. Where the second and third are is looked up.
header=64
while [ "$(word $header kernel.elf)" != 4 ]; do header=$((header + 56)); done
note=$(word $((header + 8)) kernel.elf)
code=$((64 + 56 * 0)) data=$((header - 56))

seed check kernel.elf; echo "status $?"
broken 'the type' 3 2 16
broken 'no entry' 0 8 24
broken 'the class' 1 1 4
broken 'no note' 0 4 $header
broken 'the alignment of the note' 8 8 $((header + 48))
broken 'the type of the note' 1 4 $((note + 8))
broken 'the entry in the note' $(($(word $((note + 16)) kernel.elf) + 1)) 4 $((note + 16))
broken 'the entry in the note is outside' 4096 4 $((note + 16))
broken 'an unaligned segment' $(($(word $((data + 8)) kernel.elf) + 8)) 8 $((data + 8))
broken 'overlapping segments' $((0x100000)) 8 $((data + 24))
broken 'memory that nobody zeroes' "$(word $((data + 32)) kernel.elf)" 8 $((data + 40))
broken 'writable code' 7 4 $((code + 4))
head -c 100 kernel.elf > broken.elf; echo '-- an end in the middle'; seed check broken.elf; echo "status $?"
: > broken.elf; echo '-- nothing'; seed check broken.elf; echo "status $?"
