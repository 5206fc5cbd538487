#if
#endif
#if 1 +
#elif (2
#endif
#if "text"
#endif
#if 1.5
#endif
#if a b
#endif
#ifdef
#endif
#ifndef 3
#endif
#else
#endif
#elif 1
#if 1 / 0
#endif
int main(void) { return 0; }
