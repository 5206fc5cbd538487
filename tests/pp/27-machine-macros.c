// With -mmachine-macros the program is for one machine, and knows it.
#if defined __x86_64__ + defined __aarch64__ + defined __riscv == 1
one machine
#endif
