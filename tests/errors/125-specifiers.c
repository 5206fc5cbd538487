long char a; short long b; unsigned float c; signed unsigned d; int int e; static extern int f; typedef static int g; register int h; auto int k; long long long l;
