#ifndef INTERNAL_INTEGER_H
#define INTERNAL_INTEGER_H

/* Reads an integer as strtol and its relatives do. The value may lie between -below and above;
   beyond, it is the bound and errno is ERANGE. A negative value comes back as its two's complement.
   For unsigned types below is 0: a minus sign then negates. */
unsigned long __read_integer(const char *text, char **end, int base, unsigned long above,
                             unsigned long below);

#endif
