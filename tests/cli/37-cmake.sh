# CMake with Ninja: what it takes minicc for, standards, build types, checks, libraries, dependencies on headers.
unset MAKEFLAGS MFLAGS CFLAGS LDFLAGS
export CC=minicc
cat > part.c <<'END'
#include "part.h"
int part(void) { return PART; }
END
echo '#define PART 3' > part.h
cat > main.c <<'END'
#include <stdio.h>
#include "config.h"
int part(void);
int main(void)
{
#ifdef NDEBUG
    const char *type = "release";
#else
    const char *type = "debug";
#endif
    _Static_assert(SIZEOF_LONG == 8, "configured");
    return !printf("%s %d %ldL\n", type, part(), __STDC_VERSION__);
}
END
echo '#cmakedefine SIZEOF_LONG @SIZEOF_LONG@' > config.h.in
cat > CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.16)
project(demo C)
include(CheckIncludeFile)
include(CheckSymbolExists)
include(CheckTypeSize)
check_include_file(no/such.h HAVE_SUCH_H)
check_symbol_exists(strdup string.h HAVE_STRDUP)
check_symbol_exists(no_such_function string.h HAVE_SUCH)
check_type_size(long SIZEOF_LONG)
configure_file(config.h.in config.h)
message("id ${CMAKE_C_COMPILER_ID} ${CMAKE_C_COMPILER_VERSION}")
message("found ${HAVE_STRDUP}, not '${HAVE_SUCH}' '${HAVE_SUCH_H}'")
add_library(part part.c)
add_executable(demo main.c)
target_include_directories(demo PRIVATE ${CMAKE_BINARY_DIR})
target_link_libraries(demo part m)
END
# What it says of its own, and not about paths and versions.
configure() { cmake -G Ninja "$@" > cmake.log 2>&1 || tail -20 cmake.log; grep -E '^(id|found)|identification' cmake.log; }

configure -B plain -DCMAKE_BUILD_TYPE=Release
ninja -C plain > ninja.log || cat ninja.log
plain/demo
echo "== a header changes"
ninja -C plain | tail -1
sleep 1
echo '#define PART 4' > part.h
ninja -C plain | grep -c 'Building C object'
plain/demo

echo "== with the toolchain file: newer standards, static libraries"
cat >> CMakeLists.txt <<'END'
set_property(TARGET demo PROPERTY C_STANDARD_REQUIRED ON)
target_compile_features(part PUBLIC c_std_11)
END
for standard in 99 11 17; do
    configure -B with-$standard -DCMAKE_TOOLCHAIN_FILE="$(minicc -print-file-name=minicc.cmake)" -DCMAKE_BUILD_TYPE=Debug \
        -DCMAKE_C_STANDARD=$standard -DBUILD_SHARED_LIBS=ON > /dev/null
    ninja -C with-$standard > ninja.log || cat ninja.log
    with-$standard/demo
done
ls with-11 | grep -E "^lib"
