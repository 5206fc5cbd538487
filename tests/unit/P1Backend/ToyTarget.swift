import Glibc
import Testing
@testable import P1Backend

// A fourth machine in one file, to show what a port takes: Target is all that the assembler and the linker ask of it. Its code is
// byte code, 32 bytes an instruction, and the interpreter below runs the ELF programs that the linker makes of it.
//
//     0 operation  1 width  2 memory  3 condition  4 rd  5 ra  6 rb  7 shift  8 imm (8 bytes)  16 address (8)  24 frame (8)

enum Toy: Target {
    static let description = TargetDescription(
        name: "toy", gnuName: "toy", aliases: [], predefinedMacros: ["__toy__ 1"], elfMachine: 0x7070, elfFlags: 0, pageSize: 0x1000,
        functionAlignment: 32, padding: [0], systemCalls: .generic)

    private static func write(_ i: Instruction, _ address: UInt64, _ frame: Int, into out: inout ByteBuffer) {
        out.bytes += [i.op.rawValue, i.width.rawValue, i.memory.rawValue, i.condition.rawValue]
        out.bytes += [i.rd.rawValue, i.ra.rawValue, i.rb.rawValue, i.shift]
        out.u64(UInt64(bitPattern: i.imm))
        out.u64(address)
        out.u64(UInt64(frame))
    }

    static func encode(_ i: Instruction, frame: Int, into out: inout ByteBuffer) { write(i, 0, frame, into: &out) }

    // An address is a field of its own, so one form reaches everything.
    static func formCount(_ i: Instruction) -> Int { 1 }
    static func size(_ i: Instruction, form: Int, frame: Int) -> Int { 32 }
    static func reaches(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) -> Bool { true }
    static func encodeLinked(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64, into out: inout ByteBuffer) {
        write(i, target, frame, into: &out)
    }

    static func hex2Text(_ i: Instruction, frame: Int, label: String) -> String {
        var code = ByteBuffer()
        write(i, 0, frame, into: &code)
        let text = code.digits(group: 8).split(separator: " ")
        return "\(text[0]) \(text[1]) &\(label) 00000000 \(text[3])"
    }

    /// As on other machines, argc lies at sp and the argument pointers above it.
    static func startCode(main symbol: Int32) -> [StartItem] {
        [
            .instruction(Instruction(.load, rd: .a0, ra: .sp)),
            .instruction(Instruction(.addi, rd: .a1, ra: .sp, imm: 8)),
            .instruction(Instruction(.call, symbol: symbol)),
            .instruction(Instruction(.mov, rd: .a1, ra: .a0)),
            .instruction(Instruction(.li, rd: .a0, imm: description.systemCalls.number(of: "exit") ?? 0)),
            .instruction(Instruction(.syscall)),
        ]
    }
}

/// The machine. Its integer operations are those of base P1 and some of the ext level; it has no floating point.
final class ToyMachine {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    /// What went wrong, if the program did not come to its end.
    private(set) var problem: String?

    /// Every address below `memorySize` is memory, which the host provides where it is written.
    private let memory: UnsafeMutableRawPointer
    private static let memorySize = 0x8000_0000
    private var registers = [Int64](repeating: 0, count: 256)
    private var pc: UInt64 = 0
    private var link: UInt64 = 0
    private var programBreak: UInt64 = 0x4000_0000
    private var status: Int32?

    private static let stackTop: UInt64 = 0x7000_0000

    init(program: [UInt8], arguments: [String]) {
        memory = mmap(nil, ToyMachine.memorySize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        func number(_ offset: Int, _ size: Int) -> UInt64 { program[offset..<(offset + size)].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        guard number(18, 2) == UInt64(Toy.description.elfMachine) else {
            problem = "a program of another machine"
            return
        }
        for header in stride(from: Int(number(32, 8)), to: Int(number(32, 8)) + 56 * Int(number(56, 2)), by: 56) where number(header, 4) == 1 {
            let offset = Int(number(header + 8, 8)), address = number(header + 16, 8)
            memory.advanced(by: Int(address)).copyMemory(from: Array(program[offset..<(offset + Int(number(header + 32, 8)))]),
                                                         byteCount: Int(number(header + 32, 8)))
        }
        pc = number(24, 8)
        pushArguments(["program"] + arguments)
    }

    deinit { munmap(memory, ToyMachine.memorySize) }

    private func pushArguments(_ words: [String]) {
        var text = ToyMachine.stackTop, slot = ToyMachine.stackTop - 0x1000
        registers[Int(Register.sp.rawValue)] = Int64(slot)
        store(Int64(words.count), slot, 8)
        for word in words {
            slot += 8
            store(Int64(text), slot, 8)
            for byte in Array(word.utf8) + [0] {
                store(Int64(byte), text, 1)
                text += 1
            }
        }
    }

    /// The exit status; nil with a problem.
    func run(steps: Int = 3_000_000) -> Int32? {
        for _ in 0..<steps where status == nil && problem == nil { step() }
        if status == nil && problem == nil { problem = "no end in sight" }
        return status
    }

    // MARK: Memory and registers

    private func place(_ address: UInt64, _ size: Int) -> UnsafeMutableRawPointer {
        if address < UInt64(ToyMachine.memorySize - size) { return memory + Int(address) }
        problem = "no memory at \(hex(address))"
        return memory
    }

    private func load(_ address: UInt64, _ size: Int) -> UInt64 {
        let place = place(address, size)
        switch size {
        case 1: return UInt64(place.load(as: UInt8.self))
        case 2: return UInt64(place.loadUnaligned(as: UInt16.self).littleEndian)
        case 4: return UInt64(place.loadUnaligned(as: UInt32.self).littleEndian)
        default: return place.loadUnaligned(as: UInt64.self).littleEndian
        }
    }

    private func store(_ value: Int64, _ address: UInt64, _ size: Int) {
        withUnsafeBytes(of: value.littleEndian) { place(address, size).copyMemory(from: $0.baseAddress!, byteCount: size) }
    }

    private func load(_ memory: Memory, _ address: Int64) -> Int64 {
        let bits = load(UInt64(bitPattern: address), memory.size)
        switch memory {
        case .s8: return Int64(Int8(truncatingIfNeeded: bits))
        case .s16: return Int64(Int16(truncatingIfNeeded: bits))
        case .s32: return Int64(Int32(truncatingIfNeeded: bits))
        default: return Int64(bitPattern: bits)
        }
    }

    private subscript(register: Register) -> Int64 {
        get { registers[Int(register.rawValue)] }
        set { registers[Int(register.rawValue)] = newValue }
    }

    private static func narrow(_ value: Int64, _ width: Width) -> Int64 {
        width == .w32 ? Int64(Int32(truncatingIfNeeded: value)) : width == .u32 ? Int64(UInt32(truncatingIfNeeded: value)) : value
    }

    // MARK: Instructions

    /// Bytes that a frame takes of the stack: its own, and the return address at their end.
    private static func frameSize(_ size: Int64) -> Int64 { (max(size, 0) + 8 + 15) & ~15 }

    private func step() {
        let word = load(pc, 8), imm = Int64(bitPattern: load(pc + 8, 8)), address = load(pc + 16, 8), frame = Int64(load(pc + 24, 8))
        func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (8 * index)) }
        guard let op = Operation(rawValue: byte(0)), let width = Width(rawValue: byte(1)), let memory = Memory(rawValue: byte(2)),
              let condition = Condition(rawValue: byte(3)) else {
            problem = "no instruction at \(hex(pc))"
            return
        }
        let rd = Register(rawValue: byte(4)), ra = Register(rawValue: byte(5)), rb = Register(rawValue: byte(6)), shift = Int64(byte(7))
        let a = self[ra], b = self[rb]
        let target = Int64(bitPattern: address) &+ imm
        var next = pc + 32
        switch op {
        case .li: self[rd] = imm
        case .la: self[rd] = target
        case .mov: self[rd] = ToyMachine.narrow(a, width)
        case .add, .sub, .and, .or, .xor, .shl, .shr, .sar, .mul, .div, .rem, .divu, .remu, .mulhs, .mulhu:
            self[rd] = arithmetic(op, width, a, b)
        case .addi: self[rd] = arithmetic(.add, width, a, imm)
        case .andi: self[rd] = arithmetic(.and, width, a, imm)
        case .ori: self[rd] = arithmetic(.or, width, a, imm)
        case .xori: self[rd] = arithmetic(.xor, width, a, imm)
        case .muli: self[rd] = arithmetic(.mul, width, a, imm)
        case .shli: self[rd] = arithmetic(.shl, width, a, imm)
        case .shri: self[rd] = arithmetic(.shr, width, a, imm)
        case .sari: self[rd] = arithmetic(.sar, width, a, imm)
        case .neg: self[rd] = ToyMachine.narrow(0 &- a, width)
        case .not: self[rd] = ToyMachine.narrow(~a, width)
        case .sext8: self[rd] = Int64(Int8(truncatingIfNeeded: a))
        case .sext16: self[rd] = Int64(Int16(truncatingIfNeeded: a))
        case .sext32: self[rd] = Int64(Int32(truncatingIfNeeded: a))
        case .zext8: self[rd] = a & 0xFF
        case .zext16: self[rd] = a & 0xFFFF
        case .zext32: self[rd] = a & 0xFFFF_FFFF
        case .cmpset: self[rd] = holds(condition, width, a, b) ? 1 : 0
        case .cmpseti: self[rd] = holds(condition, width, a, imm) ? 1 : 0
        case .selcc: if holds(condition, width, a, b) { self[rd] = self[Register(rawValue: UInt8(shift))] }
        case .selcci: if holds(condition, width, a, imm) { self[rd] = self[Register(rawValue: UInt8(shift))] }
        case .load: self[rd] = load(memory, a &+ imm)
        case .store: store(self[rd], UInt64(bitPattern: a &+ imm), memory.size)
        case .loadx: self[rd] = load(memory, a &+ b << shift &+ imm)
        case .storex: store(self[rd], UInt64(bitPattern: a &+ b << shift &+ imm), memory.size)
        case .loadg: self[rd] = load(memory, target)
        case .storeg: store(self[rd], UInt64(bitPattern: target), memory.size)
        case .leax: self[rd] = a &+ b << shift &+ imm
        case .ldarg: self[rd] = load(.d64, self[.sp] + ToyMachine.frameSize(frame) + 8 * imm)
        case .b: next = address
        case .br: next = UInt64(bitPattern: a)
        case .bcc: if holds(condition, width, a, b) { next = address }
        case .bcci: if holds(condition, width, a, imm) { next = address }
        case .call: (link, next) = (next, address)
        case .callr: (link, next) = (next, UInt64(bitPattern: a))
        case .ret: next = link
        case .enter:
            self[.sp] -= ToyMachine.frameSize(imm)
            store(Int64(link), UInt64(self[.sp] + ToyMachine.frameSize(imm) - 8), 8)
        case .eret, .tail, .tailr:
            next = op == .eret ? 0 : op == .tail ? address : UInt64(bitPattern: a)
            self[.sp] += ToyMachine.frameSize(frame)
            link = load(UInt64(self[.sp] - 8), 8)
            if op == .eret { next = link }
        case .syscall: self[.a0] = systemCall()
        case .copyblocks:
            for index in 0..<(8 * self[.a0]) {
                store(load(.d64, self[.a2] + 8 * index), UInt64(self[.a1] + 8 * index), 8)
            }
            self[.a1] += 64 * self[.a0]
            self[.a2] += 64 * self[.a0]
        case .fillblocks:
            for index in 0..<(8 * self[.a2]) { store(self[.a0], UInt64(self[.a1] + 8 * index), 8) }
            self[.a1] += 64 * self[.a2]
        case .codesync: break
        case .spalloc:
            self[.sp] -= (a + 15) & ~15
            self[rd] = self[.sp] + imm
        case .sprestore: self[.sp] = a
        default: problem = "the toy has no \(op)"
        }
        pc = next
    }

    private func arithmetic(_ op: Operation, _ width: Width, _ a: Int64, _ b: Int64) -> Int64 {
        let isNarrow = width != .w64
        let count = b & (isNarrow ? 31 : 63)
        let signed = isNarrow ? (Int64(Int32(truncatingIfNeeded: a)), Int64(Int32(truncatingIfNeeded: b))) : (a, b)
        let unsigned = (UInt64(bitPattern: isNarrow ? a & 0xFFFF_FFFF : a), UInt64(bitPattern: isNarrow ? b & 0xFFFF_FFFF : b))
        let result: Int64
        switch op {
        case .add: result = a &+ b
        case .sub: result = a &- b
        case .and: result = a & b
        case .or: result = a | b
        case .xor: result = a ^ b
        case .shl: result = a &<< count
        case .shr: result = Int64(bitPattern: unsigned.0 &>> UInt64(count))
        case .sar: result = signed.0 &>> count
        case .mul: result = a &* b
        case .mulhs: result = a.multipliedFullWidth(by: b).high
        case .mulhu: result = Int64(bitPattern: unsigned.0.multipliedFullWidth(by: unsigned.1).high)
        default:
            guard unsigned.1 != 0 else {
                problem = "division by zero"
                return 0
            }
            switch op {
            case .div: result = signed.0.dividedReportingOverflow(by: signed.1).partialValue
            case .rem: result = signed.0.remainderReportingOverflow(dividingBy: signed.1).partialValue
            case .divu: result = Int64(bitPattern: unsigned.0 / unsigned.1)
            default: result = Int64(bitPattern: unsigned.0 % unsigned.1)
            }
        }
        return ToyMachine.narrow(result, width)
    }

    private func holds(_ condition: Condition, _ width: Width, _ a: Int64, _ b: Int64) -> Bool {
        let (a, b) = width == .w64 ? (a, b) : (Int64(Int32(truncatingIfNeeded: a)), Int64(Int32(truncatingIfNeeded: b)))
        let (u, v) = (UInt64(bitPattern: a), UInt64(bitPattern: b))
        switch condition {
        case .eq: return a == b
        case .ne: return a != b
        case .lt: return a < b
        case .ge, .nlt: return a >= b
        case .le: return a <= b
        case .gt, .nle: return a > b
        case .ltu: return u < v
        case .geu: return u >= v
        case .leu: return u <= v
        case .gtu: return u > v
        }
    }

    /// write, brk and exit; the others are missing in this machine's system (-ENOSYS).
    private func systemCall() -> Int64 {
        func number(_ name: String) -> Int64 { Toy.description.systemCalls.number(of: name) ?? -1 }
        switch self[.a0] {
        case number("write"):
            let bytes = (0..<self[.a3]).map { UInt8(load(UInt64(self[.a2] + $0), 1)) }
            if self[.a1] == 1 { output += bytes } else { errors += bytes }
            return self[.a3]
        case number("brk"):
            if self[.a1] >= 0x4000_0000 { programBreak = UInt64(self[.a1]) }
            return Int64(programBreak)
        case number("exit"):
            status = Int32(truncatingIfNeeded: self[.a1] & 0xFF)
            return 0
        default: return -38
        }
    }
}

/// The toy machine's programs, made by the same assembler and linker as those of the others.
@Suite struct ToyTargetTests {
    private static func link(_ fixture: String, output: LinkOptions.Output = .elf) throws -> [UInt8] {
        var options = LinkOptions()
        options.output = output
        let linker = Linker(target: Toy.self, options: options)
        for library in ["P1/P1pp.P1pp", "P1/sys-base.P1pp", "P1/ext.P1pp"] {
            linker.add(source: library, bytes: try #require(repositoryFile(library)), isLibrary: true)
        }
        linker.add(source: fixture, bytes: try #require(repositoryFile("tests/p1/\(fixture).P1pp")))
        let program = linker.link()
        return try #require(program, "\(linker.diagnostics.report)")
    }

    @Test(arguments: [
        "00-exit", "01-hello", "02-arguments", "04-li-mov", "05-arithmetic", "07-division", "08-immediates", "11-narrow-memory", "12-branches",
        "15-stack-arguments", "17-wide-results", "19-data", "20-scopes", "22-brk", "31-while", "33-locals", "35-cmpset",
        "38-panic", "40-format", "65-narrow-immediates", "72-indexed", "73-globals", "76-dynamic-stack", "90-sieve",
        "92-calculator", "94-choice",
    ])
    func runs(_ fixture: String) throws {
        func expected(_ ending: String) -> String? { repositoryFile("tests/p1/\(fixture).\(ending)").map { String(decoding: $0, as: UTF8.self) } }
        let arguments = (expected("args") ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        let machine = ToyMachine(program: try Self.link(fixture), arguments: arguments)
        let status = machine.run()
        #expect(machine.problem == nil)
        #expect(status == Int32((expected("expected-exit") ?? "0").filter { !$0.isWhitespace }))
        #expect(String(decoding: machine.output, as: UTF8.self) == expected("expected") ?? "")
        if let errors = expected("expected-stderr") { #expect(String(decoding: machine.errors, as: UTF8.self) == errors) }
    }

    @Test func isADescriptionLikeTheOthers() {
        #expect(Set(Machines.descriptions.map(\.name) + [Toy.name]).count == Machines.all.count + 1)
        #expect(Toy.description.triple == "toy-linux")
    }
}
