/// What is to be known of a machine, apart from its instructions: names, what programs and tools ask for, and the numbers
/// that a link needs. One value a machine, which the compiler, the linker and the tools read.
public struct TargetDescription: Sendable {
    /// As in --target=, and in the names of kernel/arch and build/.
    public let name: String
    /// What `uname -m`, GNU's tools and qemu call the machine.
    public let gnuName: String
    /// Other names that --target= takes.
    public let aliases: [String]
    /// Macros that tell a C program for this machine alone what it is made for, each with its value.
    public let predefinedMacros: [String]
    /// e_machine and e_flags of an ELF header.
    public let elfMachine: UInt16
    public let elfFlags: UInt32
    /// The largest page the system may use: segments with other permissions lie on other pages of this size.
    public let pageSize: UInt64
    /// Where a function's first instruction is put.
    public let functionAlignment: Int
    /// Filler between instructions, repeated: the shortest instruction that does nothing.
    public let padding: [UInt8]
    public let systemCalls: SystemCalls

    public init(name: String, gnuName: String, aliases: [String], predefinedMacros: [String], elfMachine: UInt16, elfFlags: UInt32,
                pageSize: UInt64, functionAlignment: Int, padding: [UInt8], systemCalls: SystemCalls) {
        self.name = name
        self.gnuName = gnuName
        self.aliases = aliases
        self.predefinedMacros = predefinedMacros
        self.elfMachine = elfMachine
        self.elfFlags = elfFlags
        self.pageSize = pageSize
        self.functionAlignment = functionAlignment
        self.padding = padding
        self.systemCalls = systemCalls
    }

    /// As config.sub reads it. There is no -gnu in it: the library is our own.
    public var triple: String { gnuName + "-linux" }
    /// qemu's command for a program, and for the machine.
    public var programEmulator: String { "qemu-" + gnuName }
    public var systemEmulator: String { "qemu-system-" + gnuName }
}
