/// A machine: how P1 instructions become its bytes. Everything that differs between machines
/// stands behind this protocol; adding a machine means adding one conforming type.
public protocol Target: Sendable {
    static var name: String { get }            // as in --target=
    static var elfMachine: UInt16 { get }
    static var elfFlags: UInt32 { get }
    /// The largest page the system may use: segments with other permissions lie on other pages of this size.
    static var pageSize: UInt64 { get }
    /// Where a function's first instruction is put.
    static var functionAlignment: Int { get }
    /// Filler between instructions, repeated; amd64 uses one byte, the others one instruction.
    static var padding: [UInt8] { get }
    /// Linux's number for a system call of p1.md ("read", "openat", …).
    static func systemCallNumber(_ name: String) -> Int64?

    /// Bytes from the P1 frame's start (native sp) to the caller's stack word 0, and the native stack
    /// adjustment, follow from the size given to `enter`; the assembler passes it with each instruction
    /// that needs it (enter, eret, tail, tailr, ldarg).
    ///
    /// Appends the bytes of an instruction that refers to no label.
    static func encode(_ i: Instruction, frame: Int, into out: inout ByteBuffer)

    /// For instructions that refer to a label. A form is a number, 0 the shortest; each has a fixed size,
    /// except where `encodeLinked` pads. Growing forms one by one until every label is in reach ends,
    /// since a form never shrinks.
    static func formCount(_ i: Instruction) -> Int
    static func size(_ i: Instruction, form: Int, frame: Int) -> Int
    /// Whether this form can express the jump or address: `at` is the address of the instruction's first
    /// byte, `target` the label's address (imm not yet added).
    static func reaches(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) -> Bool
    /// Appends exactly `size(i, form:, frame:)` bytes.
    static func encodeLinked(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64,
                             into out: inout ByteBuffer)

    /// For `minicc m1pp`, which knows no addresses: code for an instruction that refers to a label, as hex2++
    /// text with label references (`&name` is 4 bytes absolute, `%name` 4 bytes relative). Independent of
    /// the distance, and of the address below 4 GiB.
    static func hex2Text(_ i: Instruction, frame: Int, label: String) -> String

    /// The start of every program: loads argc and argv, calls p1_main, exits with its result.
    /// The label operand of its one call is symbol.
    static func startCode(main symbol: Int32) -> [StartItem]
}

/// A piece of the start code: machine bytes, or a P1 instruction (the call, moves, the exit).
public enum StartItem: Sendable {
    case bytes([UInt8])
    case instruction(Instruction)
}
