// C11 6.10.3.5, example 5, and 6.10.3.3: empty arguments beside ##.
#define t(x,y,z) x ## y ## z
int j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,),
            t(10,,), t(,11,), t(,,12), t(,,) };
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
char p[] = join(x, y);
#define before(a) [ a##b ]
#define after(a) [ b##a ]
before() after() before(x) after(x)
