#!/bin/sh
# bench-waits.sh: how fast threads and processes take turns (bench/kernel/waits.c, built by gcc, static), in the seed kernel on the three
# machines, and on Debian's Linux in the same qemu (amd64). The kernel of the package linux-image-* is brought to build/linux by apt-get
# download and unpacked there, not installed; without it there are the seed kernel's numbers alone. Three boots each, the best of each row.
cd "$(dirname "$0")/.." || exit 1
work=build/bench/waits
mkdir -p "$work" build/linux

# best FILE…: the highest rate of each row, in the order of the rows.
best() {
    awk 'NF == 2 && $2 + 0 > 0 { if (!($1 in rate)) order[++n] = $1; if ($2 > rate[$1]) rate[$1] = $2 } END { for (k = 1; k <= n; k++) print order[k], rate[order[k]] }' "$@"
}

linux_kernel() {
    ls build/linux/boot/vmlinuz-* 2>/dev/null && return
    package=$(apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/.*Depends: //p' | head -n 1)
    [ "$package" ] || return 1
    (cd build/linux && apt-get download -q=2 "$package" && for deb in linux-image-*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -xf - --wildcards './boot/vmlinuz*' && rm "$deb"
    done) >/dev/null 2>&1
    ls build/linux/boot/vmlinuz-* 2>/dev/null
}

names=
for arch in amd64 aarch64 riscv64; do
    compiler=$(echo $arch | sed 's/amd64/x86_64/')-linux-gnu-gcc
    command -v "$compiler" >/dev/null || continue
    mkdir -p "$work/$arch"
    "$compiler" -O2 -static -pthread bench/kernel/waits.c -o "$work/$arch/init" || exit 1
    build/bin/seed pack "$work/$arch" "$work/$arch.cpio"
    for run in 1 2 3; do
        timeout 300 build/bin/seed boot --arch=$arch --initramfs="$work/$arch.cpio" </dev/null 2>/dev/null | tr -d '\r' >"$work/seed-$arch-$run"
    done
    best "$work/seed-$arch-1" "$work/seed-$arch-2" "$work/seed-$arch-3" >"$work/seed-$arch"
    names="$names seed-$arch"
done
kernel=$(linux_kernel)
if [ -f "$kernel" ] && [ -f "$work/amd64.cpio" ]; then
    for run in 1 2 3; do
        timeout 300 qemu-system-x86_64 -M q35 -accel tcg -cpu max -m 256 -nodefaults -no-user-config -display none -no-reboot -serial stdio \
            -kernel "$kernel" -initrd "$work/amd64.cpio" -append "console=ttyS0 quiet mitigations=off" </dev/null 2>/dev/null | tr -d '\r' >"$work/linux-$run"
    done
    best "$work/linux-1" "$work/linux-2" "$work/linux-3" >"$work/linux-amd64"
    names="$names linux-amd64"
    echo "Linux is ${kernel##*/vmlinuz-}"
fi

echo "Turns: how often a second, by the machine's clock, the best of 3"
echo
cd "$work" || exit 1
# shellcheck disable=SC2086
awk -v names="$names" '
    FNR == 1 { file = FILENAME }
    { if (!($1 in seen)) { seen[$1] = 1; order[++n] = $1 } rate[file, $1] = $2 }
    END {
        count = split(names, name, " ")
        printf "%-22s", ""
        for (k = 1; k <= count; k++) printf "%14s", name[k]
        printf "%16s\n", "seed to Linux"
        for (r = 1; r <= n; r++) {
            printf "%-22s", order[r]
            for (k = 1; k <= count; k++) printf "%14.0f", rate[name[k], order[r]]
            if (rate["linux-amd64", order[r]]) printf "%16.2f", rate["seed-amd64", order[r]] / rate["linux-amd64", order[r]]
            printf "\n"
        }
    }' $names
