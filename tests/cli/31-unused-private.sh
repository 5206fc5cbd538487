# Functions that nobody calls are in every header and library; what they name need not be there.
cat > main.c <<'END'
int elsewhere(int);
static inline int first(int x) { return elsewhere(x); }
static int second(int x) { return first(x) + elsewhere(x); }
static int third(int x) { return x; }
static int (*pointer)(int) = third;
int main(void) { return pointer(0); }
END
for level in -O0 -O1 -O2; do
    minicc $level main.c && ./a.out && echo "$level: linked"
    minicc $level -c main.c && minicc main.o && ./a.out && echo "$level: linked from an object"
done
echo "== public"
echo 'int elsewhere(int); int public(int x) { return elsewhere(x); } int main(void) { return 0; }' > public.c
minicc public.c && ./a.out && echo linked
echo "== called"
sed 's/pointer(0)/second(0)/' main.c > called.c
minicc called.c 2>&1 | grep -o "undefined reference to 'elsewhere'"
