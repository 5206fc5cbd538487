// GNU C 4.2.1 as far as macros tell, and no machine: objects serve all of them.
__GNUC__ __GNUC_MINOR__ __GNUC_PATCHLEVEL__ __MINICC__ __VERSION__ __GNUC_STDC_INLINE__
#if defined __x86_64__ || defined __amd64__ || defined __aarch64__ || defined __riscv || defined __GNUC_GNU_INLINE__
wrong
#endif
__ATOMIC_RELAXED __ATOMIC_SEQ_CST
