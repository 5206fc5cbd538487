/// --help
enum Help {
    static let text = """
        minicc: C and P1pp to programs for amd64, aarch64 and riscv64

        usage: minicc [OPTIONS] FILE.c FILE.o FILE.P1pp LIB.a … [-o PROGRAM]
               minicc [OPTIONS] -run FILE.c ARGUMENTS…
               minicc ar KEYS LIB.a FILE.o… | ranlib LIB.a | nm FILE… | strip FILE… | ld OPTIONS FILES
               minicc catm OUT IN… | m1pp [--target=T] [--lenient] IN OUT | hex2 [-B ADDR] [-b] [-E | -e] [-N] IN OUT
               minicc p1check-base [--target=T] FILE…

        What to make
          -o FILE               the result (default a.out; - is standard output)
          -c                    a portable object: FILE.o, which serves all machines
          -S                    P1pp text: FILE.P1pp
          --lib=PREFIX          P1pp text in library form, for a link with catm: FILE.P1pp
          -r                    the objects merged to one
          -E                    preprocessed text; -P without linemarkers, -C with comments, -dM -dD with definitions
          -M -MM                a rule for make; -MD -MMD beside the result, -MF -MT -MQ -MP -MG
          -H -save-temps        the headers that are read; preprocessed text, P1pp and object stay
          -fsyntax-only         nothing but errors and warnings
          --dump=STEP           tokens, ast, ir (after all passes), ir:all, ir:PASS, select, registers, p1
          --emit=FORM           elf, bin, m1, hex2, gas

          -v -###               with the steps taken; only the steps
          --version -dumpmachine -dumpversion -print-search-dirs -print-file-name=FILE -print-prog-name=NAME
          @FILE                 the words in FILE

        C
          -std=c89 … c23, gnu89 … gnu23 (default gnu11)
          -I -isystem -iquote -idirafter DIR   where headers are; -nostdinc: nowhere else
          -D NAME[=BODY] -U NAME -include FILE -imacros FILE, -mmachine-macros: those of this machine
          -O0 -O1 -O2 (default -O1), -fno-PASS, -fwrapv, -funsigned-char, -ftrivial-auto-var-init=zero
          -ffreestanding, -fno-builtin -fno-builtin-NAME
          -Wall -Wextra -Werror -w -WNAME -Wno-NAME -Werror=NAME -pedantic -ferror-limit=N
          --p1=base             without operations of MiniCC's own
          -fno-check-allocation do not prove each function's registers and frame
          --cc-debug            time and memory of each phase

        Link
          --target=MACHINE      amd64, aarch64, riscv64 (default: this machine)
          -l NAME -L DIR -u LABEL -Wl,OPTIONS -nostdlib -s --map=FILE --keep-unused
          -Wl,--whole-archive -Wl,--wrap=NAME -Wl,--defsym=NAME=VALUE; minicc ld --help has all
          --memory=SIZE         bytes behind ELF_end (default: 512M where the program uses them); --lenient: macros as others read them
          --base=ADDR --phys=ADDR --entry=LABEL --section-start=SECTION=ADDR

        """
}
