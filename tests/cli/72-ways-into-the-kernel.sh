# The kernel starts from each state in which a loader may leave aarch64 and riscv64: exception levels, machine mode or
# firmware, several processors, kinds of processor. Its end is init's status.
seed() { "$ROOT/build/bin/seed" "$@"; }
cat > init.c <<'C'
#include <stdio.h>
#include <sys/utsname.h>
int main(int argc, char **argv)
{
    struct utsname name;
    double sum = 0;

    uname(&name);
    for (int i = 1; i <= 1000; i++) sum += 1.0 / i;
    printf("init on %s: %s %.9f\n", name.machine, argc > 1 ? argv[1] : "", sum);
    return 42;
}
C
for arch in aarch64 riscv64; do
    mkdir $arch
    minicc --target=$arch init.c -o $arch/init || exit 1
    seed pack $arch $arch.cpio || exit 1
done

# boot ARCH WHAT KERNEL QEMU-OPTIONS…
boot() {
    arch=$1 what=$2 kernel=$ROOT/build/$1/$3
    shift 3
    echo "-- $arch, $what"
    timeout -k 1 60 "qemu-system-$arch" -M virt -accel tcg -m 128 -nodefaults -no-user-config -display none -no-reboot -serial file:console \
        -semihosting-config enable=on,target=native -initrd $arch.cpio -append "-- $arch" -kernel "$kernel" "$@" < /dev/null
    echo "status $?"
    # A firmware has things to say too.
    tr -d '\r' < console | grep '^init on\|^kernel:'
}
boot aarch64 'EL1' Image -cpu cortex-a57
boot aarch64 'EL2' Image -cpu cortex-a57 -M virtualization=on
boot aarch64 'three processors of the newest kind' Image -cpu max -smp 3
boot riscv64 'machine mode, ELF' kernel.elf -bios none
boot riscv64 'machine mode, flat image' Image -bios none
boot riscv64 'OpenSBI' Image -bios default
boot riscv64 'three processors' kernel.elf -bios none -smp 3
