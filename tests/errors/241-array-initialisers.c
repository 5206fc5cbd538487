int a[2] = { 1, 2, 3 };
char b[3] = "abcd";
int c[] = 5;
int d[2][2] = { { 1, 2, 3 }, { 4 } };
struct { int x, y; } e = { 1, 2, 3 }, f = { .z = 1 }, g = { [0] = 1 };
int h = { 1, 2 };
int i[3] = { [5] = 1 };
int j[3] = { [-1] = 1 };
char *k = { 'a', 'b' };
int l[];
int main(void) { int m[] = {}; int n[sizeof m ? 1 : -1]; return 0; }
