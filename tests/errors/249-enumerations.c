enum e { a, b = 1.5, c = x, d = "s", };
enum e { f };
enum { a };
enum g h;
enum i { };
enum j { k = 2147483647, l };
int main(void) { a = 3; return sizeof(enum missing) + b; }
