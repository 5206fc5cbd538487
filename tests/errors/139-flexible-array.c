struct f { int n; int data[]; int after; }; struct g { int n; int data[]; }; int main(void) { struct g x = { 1, { 2 } }; return sizeof x.data; }
