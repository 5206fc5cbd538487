# Meson: detection, checks, a static library, a test, and a header's change.
unset CFLAGS LDFLAGS
export CC=minicc AR="$(minicc -print-prog-name=ar)" STRIP="$(minicc -print-prog-name=strip)"
cat > meson.build <<'END'
project('demo', 'c', default_options: ['default_library=static', 'c_std=c11', 'warning_level=2'])
cc = meson.get_compiler('c')
message('compiler', cc.get_id(), cc.version())
message('long', cc.sizeof('long'), cc.has_function('strdup'), cc.has_function('no_such_function'))
message('header', cc.has_header('unistd.h'), cc.has_header('no/such.h'), cc.has_argument('-fno-such-thing'))
message('member', cc.has_member('struct stat', 'st_mtime', prefix: '#include <sys/stat.h>'))
m = cc.find_library('m')
part = library('part', 'part.c')
demo = executable('demo', 'main.c', link_with: part, dependencies: m, install: true)
test('demo', demo)
END
printf '#include "part.h"\nint part(void) { return PART; }\n' > part.c
echo '#define PART 3' > part.h
printf '#include <stdio.h>\nint part(void);\nint main(void) { return !printf("%%d %%ld\\n", part(), __STDC_VERSION__); }\n' > main.c

meson setup build > meson.log 2>&1 || cat meson.log
grep '^Message' meson.log
ninja -C build > ninja.log || cat ninja.log
build/demo
sleep 1
echo '#define PART 4' > part.h
ninja -C build > ninja.log || cat ninja.log
build/demo
meson test -C build | grep -o '^Ok: *[0-9]*'
DESTDIR=$PWD/stage meson install --strip -C build > meson.log 2>&1 || cat meson.log
find stage -type f | sed 's|.*/||'
stage/usr/local/bin/demo
