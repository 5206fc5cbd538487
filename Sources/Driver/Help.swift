/// --help
enum Help {
    static let text = """
        minicc: C and P1pp to programs for amd64, aarch64 and riscv64

        usage: minicc [OPTIONS] FILE.c FILE.o FILE.P1pp LIB.a … [-o PROGRAM]
               minicc [OPTIONS] -run FILE.c ARGUMENTS…
               minicc ar KEYS LIB.a FILE.o… | ranlib LIB.a
               minicc catm OUT IN… | m1pp [--target=T] IN OUT | hex2 [-B ADDR] [-N] IN OUT

        What to make
          -o FILE               the result (default a.out; - is standard output)
          -c                    a portable object: FILE.o, which serves all machines
          -S                    P1pp text: FILE.P1pp; with --lib=PREFIX in library form
          -E                    preprocessed text; -P without linemarkers, -dM -dD with definitions
          -M -MM                a rule for make; -MD -MMD beside the result, -MF -MT -MQ -MP
          -fsyntax-only         nothing but errors and warnings
          --dump=WHAT           tokens, ast, ir, p1
          --emit=FORM           elf, bin, m1, hex2, gas

          -v -###               with the steps taken; only the steps
          --version -dumpmachine -dumpversion -print-search-dirs -print-file-name=FILE -print-prog-name=NAME
          @FILE                 the words in FILE

        C
          -std=c89 … c23, gnu89 … gnu23 (default gnu11)
          -I -isystem -iquote -idirafter DIR   where headers are; -nostdinc: nowhere else
          -D NAME[=BODY] -U NAME -include FILE
          -O0 -O1 -O2 (default -O1), -fno-PASS, -fwrapv, -ffreestanding, -funsigned-char
          -Wall -Wextra -Werror -w -WNAME -Wno-NAME -Werror=NAME -ferror-limit=N
          --p1=base             without operations of MiniCC's own
          -fcheck-allocation    prove each function's registers and frame; -fno-check-allocation: do not
          --cc-debug            time and memory of each phase

        Link
          --target=MACHINE      amd64, aarch64, riscv64 (default: this machine)
          -l NAME -L DIR -Wl,OPTIONS -nostdlib -s --map=FILE --keep-unused
          --base=ADDR --phys=ADDR --entry=LABEL --section-start=SECTION=ADDR

        """
}
