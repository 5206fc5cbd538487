/* Locals that want more alignment than a frame has are moved up in their slot. */
#include <stdio.h>
#include <stdint.h>
int f(int n){ _Alignas(16) char a[20]; _Alignas(64) char b[3]; a[0]=n; b[0]=n; char *volatile p=a,*volatile q=b; return (uintptr_t)p%16 + (uintptr_t)q%64; }
int g(int n){ char pad[24]; char *volatile p=pad; return f(n); }
int main(){ char x[8]; char*volatile z=x; printf("%d %d\n", f(1), g(2)); return 0; }
