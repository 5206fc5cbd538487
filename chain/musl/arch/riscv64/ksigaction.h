/* On riscv64 the kernel's structure has no restorer in front of the mask, as musl's has in this version. What follows is
   for the library's C alone. */
struct k_sigaction {
    void (*handler)(int);
    unsigned long flags;
    unsigned mask[2];
    void (*restorer)(void);
};

void __restore(void);
void __restore_rt(void);
