/// The ELF specification's numbers for what the linker writes and the tools read: files of 64 bits, little-endian. Each has the
/// specification's name in its comment.
enum ELF {
    // e_ident
    static let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
    static let class64: UInt8 = 2             // ELFCLASS64
    static let littleEndian: UInt8 = 1        // ELFDATA2LSB
    static let currentVersion: UInt8 = 1      // EV_CURRENT
    static let identSize = 16                 // EI_NIDENT

    // Sizes of a header of the file, of a segment and of a section, and of a symbol
    static let headerSize = 64                // Elf64_Ehdr
    static let segmentHeaderSize = 56         // Elf64_Phdr
    static let sectionHeaderSize = 64         // Elf64_Shdr
    static let symbolSize = 24                // Elf64_Sym

    enum FileType {
        static let program: UInt16 = 2                  // ET_EXEC
        static let positionIndependent: UInt16 = 3      // ET_DYN
    }

    enum Machine {
        static let x86_64: UInt16 = 62                  // EM_X86_64
        static let aarch64: UInt16 = 183                // EM_AARCH64
        static let riscv: UInt16 = 243                  // EM_RISCV
    }

    static let riscvCompressed: UInt32 = 0x1            // EF_RISCV_RVC
    static let riscvDoubleFloat: UInt32 = 0x4           // EF_RISCV_FLOAT_ABI_DOUBLE

    /// Offsets in the file's header.
    enum Header {
        static let fileType = 16                        // e_type
        static let segments = 32                        // e_phoff
        static let sections = 40                        // e_shoff
        static let segmentHeaderSize = 54               // e_phentsize
        static let segmentCount = 56                    // e_phnum
        static let sectionHeaderSize = 58               // e_shentsize
        static let sectionCount = 60                    // e_shnum
        static let nameSection = 62                     // e_shstrndx
    }

    enum SegmentType {
        static let load: UInt32 = 1                     // PT_LOAD
        static let note: UInt32 = 4                     // PT_NOTE
        static let stack: UInt32 = 0x6474_E551          // PT_GNU_STACK
    }

    enum SegmentFlags {
        static let execute: UInt32 = 1                  // PF_X
        static let write: UInt32 = 2                    // PF_W
        static let read: UInt32 = 4                     // PF_R
    }

    /// Offsets in a segment's header.
    enum Segment {
        static let offset = 8                           // p_offset
        static let fileSize = 32                        // p_filesz
    }

    enum SectionType {
        static let null: UInt32 = 0                     // SHT_NULL
        static let content: UInt32 = 1                  // SHT_PROGBITS
        static let symbols: UInt32 = 2                  // SHT_SYMTAB
        static let strings: UInt32 = 3                  // SHT_STRTAB
        static let note: UInt32 = 7                     // SHT_NOTE
        static let zeros: UInt32 = 8                    // SHT_NOBITS
        static let initArray: UInt32 = 14               // SHT_INIT_ARRAY
        static let finiArray: UInt32 = 15               // SHT_FINI_ARRAY
    }

    enum SectionFlags {
        static let write: UInt64 = 1                    // SHF_WRITE
        static let loaded: UInt64 = 2                   // SHF_ALLOC
        static let execute: UInt64 = 4                  // SHF_EXECINSTR
    }

    /// Offsets in a section's header.
    enum Section {
        static let type = 4                             // sh_type
        static let flags = 8                            // sh_flags
        static let offset = 24                          // sh_offset
        static let size = 32                            // sh_size
        static let link = 40                            // sh_link
    }

    enum SymbolType {
        static let none = 0                             // STT_NOTYPE
        static let object = 1                           // STT_OBJECT
        static let function = 2                         // STT_FUNC
    }

    enum SymbolBinding {
        static let local = 0                            // STB_LOCAL
        static let global = 1                    // STB_GLOBAL
        static let weak = 2                             // STB_WEAK
    }

    /// Offsets in a symbol.
    enum Symbol {
        static let info = 4                             // st_info: the binding in the upper four bits, the type in the lower
        static let section = 6                          // st_shndx
        static let value = 8                            // st_value
        static let size = 16                            // st_size
    }
}
