/* The second names of functions that ISO C does not know. A program may have a `fork` or a `getline` of its own: then the
   library must not call that one, and the two must not collide. So the library's functions are `__fork` and `__getline`;
   the public names are weak aliases of them. */
#ifndef INTERNAL_NAMES_H
#define INTERNAL_NAMES_H

/* Behind the definition of __NAME: gives it the name that programs know. tcc has no aliases, and leaves weak names out of an
   archive's index. */
#define PUBLIC_NAME(name) WEAK_NAME(name, __##name)
#ifdef __TINYC__
#define WEAK_NAME(name, inner) __asm__(".globl " #name "\n.set " #name ", " #inner "\n")
#else
#define WEAK_NAME(name, inner) extern __typeof__(inner) name __attribute__((__weak__, __alias__(#inner)))
#endif

/* In front of calls: declares __NAME as the header declares NAME. */
#define INNER_NAME(name) extern __typeof__(name) __##name

#endif
