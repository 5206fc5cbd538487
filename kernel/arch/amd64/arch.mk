# All RAM is mapped at KERNEL_OFFSET, 0xffffff8000000000; the image lies 1 MiB into it.
kernel_link_amd64 = --base=0xffffff8000100000 --phys=0x100000 --entry=pvh_entry
