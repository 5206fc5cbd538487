/// The macros that are defined before the first line: the data model of abi.md, which is one for all machines.
enum PredefinedMacros {
    static func text(_ options: PreprocessorOptions) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(1 << 14)
        func define(_ definition: String) {
            text += "#define ".utf8
            text += definition.utf8
            text.append(Byte.newline)
        }

        // The standard's own
        define("__STDC__ 1")
        switch options.dialect.standard {
        case .c89: break
        case .c94: define("__STDC_VERSION__ 199409L")
        case .c99: define("__STDC_VERSION__ 199901L")
        case .c11: define("__STDC_VERSION__ 201112L")
        case .c17: define("__STDC_VERSION__ 201710L")
        case .c23: define("__STDC_VERSION__ 202311L")
        }
        define("__STDC_HOSTED__ \(options.isHosted ? 1 : 0)")
        define("__STDC_UTF_16__ 1")
        define("__STDC_UTF_32__ 1")
        define("__STDC_NO_ATOMICS__ 1")
        define("__STDC_NO_COMPLEX__ 1")
        define("__STDC_NO_THREADS__ 1")
        if !options.dialect.hasGNUKeywords { define("__STRICT_ANSI__ 1") }

        // The compiler and the system
        define("__MINICC__ 1")
        define("__VERSION__ \"minicc\"")
        for name in ["__linux__", "__linux", "__gnu_linux__", "__unix__", "__unix", "__ELF__"] { define("\(name) 1") }
        if options.dialect.hasGNUKeywords {
            define("linux 1")
            define("unix 1")
        }
        if options.optimizationLevel > 0 { define("__OPTIMIZE__ 1") }
        if options.optimizationLevel < 2 { define("__NO_INLINE__ 1") }
        if !options.charIsSigned { define("__CHAR_UNSIGNED__ 1") }
        define(options.dialect.standard < .c99 ? "__GNUC_GNU_INLINE__ 1" : "__GNUC_STDC_INLINE__ 1")
        define("__USER_LABEL_PREFIX__")
        define("__REGISTER_PREFIX__")
        for machine in machineMacros(options.machine) { define(machine) }
        for definition in dataModel { define(definition) }
        return text
    }

    /// What programs ask for to know the machine. Only a program for one machine has them.
    private static func machineMacros(_ machine: String) -> [String] {
        switch machine {
        case "amd64": return ["__x86_64__ 1", "__x86_64 1", "__amd64__ 1", "__amd64 1"]
        case "aarch64": return ["__aarch64__ 1", "__AARCH64EL__ 1", "__ARM_64BIT_STATE 1", "__ARM_ARCH 8"]
        case "riscv64": return ["__riscv 1", "__riscv_xlen 64", "__riscv_flen 64", "__riscv_float_abi_double 1"]
        default: return []
        }
    }

    private static let dataModel: [String] = {
        var list = [
            "_LP64 1", "__LP64__ 1", "__CHAR_BIT__ 8", "__BIGGEST_ALIGNMENT__ 8",
            "__ORDER_LITTLE_ENDIAN__ 1234", "__ORDER_BIG_ENDIAN__ 4321", "__ORDER_PDP_ENDIAN__ 3412",
            "__BYTE_ORDER__ __ORDER_LITTLE_ENDIAN__", "__FLOAT_WORD_ORDER__ __ORDER_LITTLE_ENDIAN__",
            "__FLT_EVAL_METHOD__ 0", "__FLT_RADIX__ 2", "__FINITE_MATH_ONLY__ 0", "__DECIMAL_DIG__ 17",
        ]
        for (name, size) in [("SHORT", 2), ("INT", 4), ("LONG", 8), ("LONG_LONG", 8), ("POINTER", 8), ("SIZE_T", 8), ("PTRDIFF_T", 8),
                             ("WCHAR_T", 4), ("WINT_T", 4), ("FLOAT", 4), ("DOUBLE", 8), ("LONG_DOUBLE", 8)] {
            list.append("__SIZEOF_\(name)__ \(size)")
        }

        let byte = "0x7f", short = "0x7fff", int = "0x7fffffff", long = "0x7fffffffffffffffL"
        let unsignedLong = "0xffffffffffffffffUL"
        list += [
            "__SCHAR_MAX__ \(byte)", "__SHRT_MAX__ \(short)", "__INT_MAX__ \(int)", "__LONG_MAX__ \(long)",
            "__LONG_LONG_MAX__ 0x7fffffffffffffffLL", "__WCHAR_MAX__ \(int)", "__WCHAR_MIN__ (-__WCHAR_MAX__ - 1)",
            "__WINT_MAX__ 0xffffffffU", "__WINT_MIN__ 0U", "__PTRDIFF_MAX__ \(long)", "__SIZE_MAX__ \(unsignedLong)",
            "__INTMAX_MAX__ \(long)", "__UINTMAX_MAX__ \(unsignedLong)", "__INTPTR_MAX__ \(long)", "__UINTPTR_MAX__ \(unsignedLong)",
            "__SIG_ATOMIC_MAX__ \(int)", "__SIG_ATOMIC_MIN__ (-__SIG_ATOMIC_MAX__ - 1)",
            "__SCHAR_WIDTH__ 8", "__SHRT_WIDTH__ 16", "__INT_WIDTH__ 32", "__LONG_WIDTH__ 64", "__LONG_LONG_WIDTH__ 64",
            "__WCHAR_WIDTH__ 32", "__WINT_WIDTH__ 32", "__PTRDIFF_WIDTH__ 64", "__SIZE_WIDTH__ 64", "__INTMAX_WIDTH__ 64",
            "__INTPTR_WIDTH__ 64", "__SIG_ATOMIC_WIDTH__ 32",
            "__SIZE_TYPE__ long unsigned int", "__PTRDIFF_TYPE__ long int", "__WCHAR_TYPE__ int", "__WINT_TYPE__ unsigned int",
            "__INTMAX_TYPE__ long int", "__UINTMAX_TYPE__ long unsigned int", "__INTPTR_TYPE__ long int",
            "__UINTPTR_TYPE__ long unsigned int", "__SIG_ATOMIC_TYPE__ int", "__CHAR16_TYPE__ short unsigned int",
            "__CHAR32_TYPE__ unsigned int", "__INTMAX_C(c) c ## L", "__UINTMAX_C(c) c ## UL",
        ]
        let exact = [(8, "signed char", "unsigned char", byte, "0xff", "", ""), (16, "short int", "short unsigned int", short, "0xffff", "", ""),
                     (32, "int", "unsigned int", int, "0xffffffffU", "", "U"), (64, "long int", "long unsigned int", long, unsignedLong, "L", "UL")]
        for (bits, signed, unsigned, most, unsignedMost, suffix, unsignedSuffix) in exact {
            list += [
                "__INT\(bits)_TYPE__ \(signed)", "__UINT\(bits)_TYPE__ \(unsigned)", "__INT\(bits)_MAX__ \(most)",
                "__UINT\(bits)_MAX__ \(unsignedMost)", "__INT_LEAST\(bits)_TYPE__ \(signed)", "__UINT_LEAST\(bits)_TYPE__ \(unsigned)",
                "__INT_LEAST\(bits)_MAX__ \(most)", "__UINT_LEAST\(bits)_MAX__ \(unsignedMost)", "__INT_LEAST\(bits)_WIDTH__ \(bits)",
                "__INT\(bits)_C(c) c\(suffix.isEmpty ? "" : " ## \(suffix)")",
                "__UINT\(bits)_C(c) c\(unsignedSuffix.isEmpty ? "" : " ## \(unsignedSuffix)")",
            ]
            // The fast types are words, except for bytes.
            list += bits == 8
                ? ["__INT_FAST8_TYPE__ signed char", "__UINT_FAST8_TYPE__ unsigned char", "__INT_FAST8_MAX__ \(byte)",
                   "__UINT_FAST8_MAX__ 0xff", "__INT_FAST8_WIDTH__ 8"]
                : ["__INT_FAST\(bits)_TYPE__ long int", "__UINT_FAST\(bits)_TYPE__ long unsigned int", "__INT_FAST\(bits)_MAX__ \(long)",
                   "__UINT_FAST\(bits)_MAX__ \(unsignedLong)", "__INT_FAST\(bits)_WIDTH__ 64"]
        }

        list += [
            "__FLT_MANT_DIG__ 24", "__FLT_DIG__ 6", "__FLT_DECIMAL_DIG__ 9", "__FLT_MIN_EXP__ (-125)", "__FLT_MAX_EXP__ 128",
            "__FLT_MIN_10_EXP__ (-37)", "__FLT_MAX_10_EXP__ 38", "__FLT_MAX__ 3.40282346638528859811704183484516925e+38F",
            "__FLT_MIN__ 1.17549435082228750796873653722224568e-38F", "__FLT_EPSILON__ 1.19209289550781250000000000000000000e-7F",
            "__FLT_DENORM_MIN__ 1.40129846432481707092372958328991613e-45F", "__FLT_HAS_DENORM__ 1", "__FLT_HAS_INFINITY__ 1",
            "__FLT_HAS_QUIET_NAN__ 1",
        ]
        // long double is double.
        for (name, suffix) in [("DBL", ""), ("LDBL", "L")] {
            list += [
                "__\(name)_MANT_DIG__ 53", "__\(name)_DIG__ 15", "__\(name)_DECIMAL_DIG__ 17", "__\(name)_MIN_EXP__ (-1021)",
                "__\(name)_MAX_EXP__ 1024", "__\(name)_MIN_10_EXP__ (-307)", "__\(name)_MAX_10_EXP__ 308",
                "__\(name)_MAX__ 1.79769313486231570814527423731704357e+308\(suffix)",
                "__\(name)_MIN__ 2.22507385850720138309023271733240406e-308\(suffix)",
                "__\(name)_EPSILON__ 2.22044604925031308084726333618164062e-16\(suffix)",
                "__\(name)_DENORM_MIN__ 4.94065645841246544176568792868221372e-324\(suffix)", "__\(name)_HAS_DENORM__ 1",
                "__\(name)_HAS_INFINITY__ 1", "__\(name)_HAS_QUIET_NAN__ 1",
            ]
        }
        return list
    }()
}

extension Preprocessor {
    /// -D, -U and -include as the lines they stand for.
    func commandLineText() -> [UInt8] {
        var text: [UInt8] = []
        for option in options.macros {
            switch option {
            case .undefine(let name):
                text += "#undef \(name)\n".utf8
            case .define(let definition):
                // NAME=BODY; without a body, 1.
                if let equals = definition.utf8.firstIndex(of: UInt8(ascii: "=")) {
                    text += "#define ".utf8
                    text += definition.utf8[..<equals]
                    text.append(Byte.space)
                    text += definition.utf8[definition.utf8.index(after: equals)...].map { $0 == Byte.newline ? Byte.space : $0 }
                } else {
                    text += "#define \(definition) 1".utf8
                }
                text.append(Byte.newline)
            }
        }
        for file in options.includes { text += "#include \"\(file)\"\n".utf8 }
        return text
    }
}
