/* Only what is reached needs a definition. */
int missing(void), other(void);
int unused(void) { return other(); }
int main(void) { return missing(); }
