import P1Backend
import Support

/// The text of `--dump=ir…`, `--dump=select` and `--dump=registers`: each function as it is after a step.
struct StepRecorder {
    private let what: CompilerDump
    private let names: NameTable
    private(set) var text: [UInt8] = []

    init(_ what: CompilerDump, names: NameTable) {
        self.what = what
        self.names = names
    }

    mutating func record(_ f: IRFunction, after step: String) {
        if what == .everyIR {
            text += Array("# after \(step)\n".utf8)
            record(f)
        } else if what == .ir(after: step) {
            record(f)
        }
    }

    mutating func recordLast(_ f: IRFunction) {
        if what == .lastIR { record(f) }
    }

    private mutating func record(_ f: IRFunction) { text += IRPrinter.text(f, names) }

    mutating func record(_ code: MachineCode, _ f: IRFunction) {
        if what == .selection { text += MachinePrinter.text(code, f, names) }
    }

    mutating func record(_ code: MachineCode, _ allocation: RegisterAllocator, _ f: IRFunction) {
        if what == .registers { text += MachinePrinter.text(code, f, names, allocation) }
    }
}
