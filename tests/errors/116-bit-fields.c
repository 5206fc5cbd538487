struct s { int a : 33; float f : 3; int z : 0; int neg : -1; int ok : 3; } s;
int *p = &s.ok; int n = sizeof s.ok;
