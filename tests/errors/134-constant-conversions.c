char c = 300; unsigned char u = -200; short s = 70000; int i = 1.5; signed char v = 200; int big = 5000000000;
int end_of_the_warnings = missing;
