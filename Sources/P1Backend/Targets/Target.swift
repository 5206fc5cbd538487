/// A machine: what there is to know of it, and how P1 instructions become its bytes. Adding a machine means adding one conforming
/// type, whose parts stand in files of the same names for every machine: NAME.swift (description, registers, the list of
/// operations, the start of a program), NAMEInteger, NAMEFloat, NAMEMemory, NAMEFrames, NAMELabels and NAMEWords.
public protocol Target: Sendable {
    static var description: TargetDescription { get }

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

extension Target {
    public static var name: String { description.name }
}
