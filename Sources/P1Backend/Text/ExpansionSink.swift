/// Where the macro expander's output goes: into the assembler, or out as hex2 text.
protocol ExpansionSink: AnyObject {
    /// A word of hex2++: digits, a label, a reference, a directive or its operand.
    func word(_ word: Int32, _ origin: Origin)
    /// The definition of a label, whose word is its name alone.
    func label(_ name: Int32, _ origin: Origin)
    /// The end of a source line.
    func newline()
    /// Bytes that an expression made.
    func number(_ value: Int64, size: Int, _ origin: Origin)
    /// Bytes of a string.
    func string(_ bytes: [UInt8], _ origin: Origin)
    /// An instruction; `label` is the word of the label it refers to, or -1.
    func instruction(_ i: Instruction, label: Int32, _ origin: Origin)
    func directive(_ directive: ExtDirective, _ origin: Origin)
}

/// What the ext level says beside instructions. Names are words.
enum ExtDirective {
    /// %section(KIND, ALIGN [, keep] [, NAME]): a new unit begins, to be kept or dropped on its own.
    case section(SectionKind, alignment: Int, keep: Bool, name: Int32)
    /// %section(auto): back to placing by content.
    case automatic
    /// %zero(N)
    case zero(Int)
    /// %ptr8(&name [, offset])
    case pointer(Int32, offset: Int64)
    /// %weak(name)
    case weak(Int32)
    /// %unit(name): what is weak before it has nothing to do with what follows.
    case unit
    /// %alias(new, &target [, offset])
    case alias(Int32, target: Int32, offset: Int64)
    /// %common(name, size, align)
    case common(Int32, size: Int, alignment: Int)
}
