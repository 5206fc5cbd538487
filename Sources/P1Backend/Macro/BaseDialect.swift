/// What base P1 is: the language as docs/p1.md gives it to every implementation, written down once more and not derived from
/// the mnemonic table, so that the check of base text does not ask the compiler what is right.
enum BaseDialect {
    enum Operand {
        case register      // a0 … a3, t0 … t2, s0 … s3
        case movable       // the same, or sp
        case base          // of a memory operand: the same, or sp
        case scratch       // differs from all registers before it
        case number
        case frameOffset   // not negative
        case wordOffset    // a multiple of 8, as the address
        case count         // 0 … 63
        case label
    }

    struct Form {
        let operands: [Operand]
        /// The macros of two and four bytes are byte sequences elsewhere: no register may stand twice.
        var isBytewise = false
    }

    static let forms: [String: Form] = {
        var forms: [String: Form] = [:]
        func add(_ names: String, _ operands: [Operand], isBytewise: Bool = false) {
            for name in names.split(separator: " ") { forms["%" + name] = Form(operands: operands, isBytewise: isBytewise) }
        }
        add("li", [.register, .number])
        add("la", [.register, .label])
        add("mov", [.register, .movable])
        add("add sub and or xor shl shr sar mul div rem", [.register, .register, .register])
        add("addi andi ori", [.register, .register, .number])
        add("shli shri sari", [.register, .register, .count])
        add("ld st", [.register, .base, .wordOffset])
        add("lb sb", [.register, .base, .number])
        add("ldarg lea_slot", [.register, .frameOffset])
        add("b call tail", [.label])
        add("br callr tailr", [.register])
        add("beq bne blt bltu", [.register, .register, .label])
        add("beqz bnez bltz", [.register, .label])
        add("enter", [.frameOffset])
        add("ret eret syscall", [])
        add("ld_h ld_sh ld_w ld_sw st_h st_w", [.register, .base, .number, .scratch], isBytewise: true)
        add("sext8 sext16 sext32 zext8 zext16 bool cmpset_eqz cmpset_nez cmpset_ltz", [.register, .register])
        add("zext32 neg bnot", [.register, .register, .scratch])
        add("cmpset_eq cmpset_ne cmpset_lt cmpset_ltu cmpset_le cmpset_leu cmpset_ge cmpset_geu", [.register, .register, .register])
        add("ld_global", [.register, .label])
        add("st_global", [.register, .label, .scratch])
        return forms
    }()

    static let registers: Set<String> = ["a0", "a1", "a2", "a3", "t0", "t1", "t2", "s0", "s1", "s2", "s3"]

    /// The numbers that every backend has.
    static let systemCalls: Set<String> = names("%p1_sys_", "read write close openat exit clone execve waitid lseek brk unlinkat")

    /// Macros that every libp1pp has, beside those that are instructions here.
    static let libraryMacros: Set<String> = {
        var all = names("%", """
            fn fn2 local stl ldl loop loop_scoped for_lt for_lt_scoped break continue ptr_add ptr_sub ptr_diff lda_global alignup \
            ld_array st_array lda_array arena_entry switch_case trace memcpy_call
            """)
        for condition in ["eq", "ne", "lt", "ltu", "eqz", "nez", "ltz"] {
            for family in ["if", "ifelse", "while", "do_while", "while_scoped", "assert"] { all.insert("%\(family)_\(condition)") }
        }
        return all.union(systemCalls.map { "%" + $0.dropFirst("%p1_".count) })
    }()

    static let libraryFunctions: Set<String> = names("", """
        memcpy memmove memset memcmp sys_read sys_write sys_open sys_close sys_lseek sys_brk sys_unlink sys_exit \
        print println print_cstr print_int print_hex eprint eprintln eprint_cstr parse_dec parse_hex fmt_dec fmt_hex \
        bump_init bump_alloc bump_mark bump_release bump_reset panic init_arenas is_alnum is_alpha is_digit is_hex_digit is_space \
        read_file write_file p1_sys_spawn
        """)

    private static func names(_ prefix: String, _ words: String) -> Set<String> { Set(words.split(separator: " ").map { prefix + $0 }) }
}
