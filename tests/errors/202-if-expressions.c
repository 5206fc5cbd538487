#if 1/0
#endif
#if (1
#endif
#if 1 +
#endif
#if 1 2
#endif
#if "a"
#endif
#if 1.5
#endif
#if defined
#endif
#if called(1)
#endif
#if 18446744073709551616
#endif
int x;
