# The Image is loaded 2 MiB above the start of RAM, which is at 1 GiB, and mapped at KERNEL_OFFSET, 0xffffffc000000000.
kernel_link_aarch64 = --entry=aarch64_start --base=0xffffffc040200000 --section-start=text=0xffffffc040200000 --phys=0x40200000

# The same at the same addresses as a flat file, which is what is booted.
kernel_also_aarch64 = build/aarch64/Image
