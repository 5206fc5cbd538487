import Support

/// Which names are keywords.
enum Keywords {
    /// Who has the keyword.
    private enum Since { case always, c99, c23, gnu, gnuOrC99 }

    static func install(in facts: inout NameFacts, _ names: NameTable, dialect: Dialect) {
        for (text, kind, since) in table {
            let isKeyword: Bool
            switch since {
            case .always: isKeyword = true
            case .c99: isKeyword = dialect.standard >= .c99
            case .c23: isKeyword = dialect.standard >= .c23
            case .gnu: isKeyword = dialect.hasGNUKeywords || text == "typeof" && dialect.standard >= .c23
            case .gnuOrC99: isKeyword = dialect.hasGNUKeywords || dialect.standard >= .c99
            }
            if isKeyword { facts[names.intern(text)].keyword = kind }
        }
    }

    static func isBuiltin(_ name: String) -> Bool { name.hasPrefix("__builtin_") && table.contains { $0.0 == name } }

    private static let table: [(String, TokenKind, Since)] = [
        ("auto", .kwAuto, .always), ("break", .kwBreak, .always), ("case", .kwCase, .always), ("char", .kwChar, .always),
        ("const", .kwConst, .always), ("continue", .kwContinue, .always), ("default", .kwDefault, .always), ("do", .kwDo, .always),
        ("double", .kwDouble, .always), ("else", .kwElse, .always), ("enum", .kwEnum, .always), ("extern", .kwExtern, .always),
        ("float", .kwFloat, .always), ("for", .kwFor, .always), ("goto", .kwGoto, .always), ("if", .kwIf, .always),
        ("int", .kwInt, .always), ("long", .kwLong, .always), ("register", .kwRegister, .always), ("return", .kwReturn, .always),
        ("short", .kwShort, .always), ("signed", .kwSigned, .always), ("sizeof", .kwSizeof, .always), ("static", .kwStatic, .always),
        ("struct", .kwStruct, .always), ("switch", .kwSwitch, .always), ("typedef", .kwTypedef, .always), ("union", .kwUnion, .always),
        ("unsigned", .kwUnsigned, .always), ("void", .kwVoid, .always), ("volatile", .kwVolatile, .always), ("while", .kwWhile, .always),
        ("inline", .kwInline, .gnuOrC99), ("restrict", .kwRestrict, .c99),
        ("_Alignas", .kwAlignas, .always), ("_Alignof", .kwAlignof, .always), ("_Atomic", .kwAtomic, .always),
        ("_Bool", .kwBool, .always), ("_Complex", .kwComplex, .always), ("_Generic", .kwGeneric, .always),
        ("_Imaginary", .kwImaginary, .always), ("_Noreturn", .kwNoreturn, .always), ("_Static_assert", .kwStaticAssert, .always),
        ("_Thread_local", .kwThreadLocal, .always),
        ("bool", .kwBool, .c23), ("static_assert", .kwStaticAssert, .c23), ("thread_local", .kwThreadLocal, .c23),
        ("alignas", .kwAlignas, .c23), ("alignof", .kwAlignof, .c23),
        ("asm", .kwAsm, .gnu), ("typeof", .kwTypeof, .gnu),
        ("__asm", .kwAsm, .always), ("__asm__", .kwAsm, .always), ("__attribute", .kwAttribute, .always),
        ("__attribute__", .kwAttribute, .always), ("__extension__", .kwExtension, .always), ("__label__", .kwLabel, .always),
        ("__typeof", .kwTypeof, .always), ("__typeof__", .kwTypeof, .always), ("__auto_type", .kwAutoType, .always),
        ("__int128", .kwInt128, .always), ("__int128_t", .kwInt128, .always), ("__inline", .kwInline, .always),
        ("__inline__", .kwInline, .always), ("__const", .kwConst, .always), ("__const__", .kwConst, .always),
        ("__volatile", .kwVolatile, .always), ("__volatile__", .kwVolatile, .always), ("__signed", .kwSigned, .always),
        ("__signed__", .kwSigned, .always), ("__restrict", .kwRestrict, .always), ("__restrict__", .kwRestrict, .always),
        ("__alignof", .kwAlignof, .always), ("__alignof__", .kwAlignof, .always), ("__complex__", .kwComplex, .always),
        ("__thread", .kwThreadLocal, .always), ("__func__", .kwFunctionName, .always), ("__FUNCTION__", .kwFunctionName, .always),
        ("__PRETTY_FUNCTION__", .kwFunctionName, .always), ("__builtin_va_arg", .kwBuiltinVaArg, .always),
        ("__builtin_offsetof", .kwBuiltinOffsetof, .always),
        ("__builtin_types_compatible_p", .kwBuiltinTypesCompatible, .always),
        ("__builtin_choose_expr", .kwBuiltinChooseExpr, .always),
    ]
}
