int f(int);
char *f(int);
extern long x;
int x;
static int h(void);
int k(void);
static int k(void);
