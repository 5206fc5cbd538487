# The kernel runs 2 MiB above the start of RAM, which is at 2 GiB, and is mapped at KERNEL_OFFSET, 0xffffffe000000000. A machine
# without firmware loads it at the start itself; entry.P1pp then moves it. The Image serves with firmware and without.
kernel_link_riscv64 = --entry=riscv64_start --base=0xffffffe080200000 --section-start=text=0xffffffe080200000 --phys=0x80000000

# The same at the same addresses as a flat file, which is what is booted.
kernel_also_riscv64 = build/riscv64/Image
