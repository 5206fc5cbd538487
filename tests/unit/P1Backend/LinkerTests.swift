import Testing
@testable import P1Backend

/// The linker's output byte for byte, and what it keeps, drops, places and refuses.
@Suite struct LinkerTests {
    static let answer = ":p1_main\n%li(a0, 42)\n%ret\n"

    /// ELF header, one loaded segment, the stack's segment, then the code: the whole file of the smallest program.
    private func wholeFile(machine: String, flags: String, entry: String, size: String, page: String, code: String) -> String {
        plain("""
            7F454C46 02010100 0000000000000000 0200 \(machine) 01000000
            \(entry)00600000000000 4000000000000000 0000000000000000 \(flags) 4000 3800 0200 4000 0000 0000
            01000000 05000000 0000000000000000 0000600000000000 0000600000000000
            \(size)00000000000000 \(size)00000000000000 \(page)
            51E57464 06000000 0000000000000000 0000000000000000 0000000000000000
            0000000000000000 0000000000000000 1000000000000000
            \(code)
            """)
    }

    @Test func smallestProgramForAMD64() {
        let linked = Linked(Self.answer, target: AMD64.self) { $0.strip = true }
        #expect(linked.bytes.map { digits($0) } == wholeFile(
            machine: "3E00", flags: "00000000", entry: "C0", size: "D8", page: "0010000000000000",
            code: """
                B82A000000 C3 90909090909090909090
                488B0424 488D7C2408 E8E2FFFFFF 4889C7 B83C000000 0F05
                """))
    }

    @Test func smallestProgramForAArch64() {
        let linked = Linked(Self.answer, target: AArch64.self) { $0.strip = true }
        #expect(linked.bytes.map { digits($0) } == wholeFile(
            machine: "B700", flags: "00000000", entry: "B8", size: "DC", page: "0000010000000000",
            code: """
                48058052 C0035FD6
                E80340F9 E0230091 FCFFFF97 E00308AA A80B8052 F00300AA 010000D4 E80300AA E00310AA
                """))
    }

    @Test func smallestProgramForRISCV64() {
        let linked = Linked(Self.answer, target: RISCV64.self) { $0.strip = true }
        #expect(linked.bytes.map { digits($0) } == wholeFile(
            machine: "F300", flags: "05000000", entry: "B6", size: "D0", page: "0010000000000000",
            code: """
                9304A002 8280
                8264 2800 EFF07FFF 2685 9304D005 A688 2A83 73000000 AA84 1A85
                """))
    }

    @Test(arguments: [0, 1, 2])
    func sameInputSameBytes(_ machine: Int) {
        let source = Self.answer + ":t\n&t 00000000\n:u\n\"text\" 00\n"
        let first = Linked(source, target: Machines.all[machine]) { $0.keepUnused = true }
        let second = Linked(source, target: Machines.all[machine]) { $0.keepUnused = true }
        #expect(first.bytes != nil)
        #expect(first.bytes == second.bytes)
    }

    @Test func unusedCodeAndDataAreDropped() {
        let source = """
            :p1_main
            %la(a0, &used)
            %ret
            :idle
            %call(&idle_too)
            %ret
            :idle_too
            %ret
            %section(data, 8)
            :used
            $(1)
            %section(data, 8)
            :unused
            $(2)

            """
        let linked = Linked(source)
        #expect(linked.map.contains(" used\n"))
        for name in ["idle", "idle_too", "unused"] { #expect(!linked.map.contains(" \(name)\n")) }
        #expect(Linked(source) { $0.keepUnused = true }.map.contains(" unused\n"))
    }

    @Test func segmentsAreNeverWritableAndExecutable() {
        let linked = Linked(":p1_main\n%la(a0, &d)\n%la(a1, &r)\n%ret\n%section(data, 8)\n:d\n$(1)\n%section(rodata, 8)\n:r\n$(2)\n")
        #expect(linked.bytes != nil, "\(linked.report)")
        var flags: [UInt64] = []
        for index in 0..<Int(linked.field(56, 2) ?? 0) {
            let header = 64 + 56 * index
            guard linked.field(header, 4) == 1 else { continue }
            flags.append(linked.field(header + 4, 4) ?? 0)
            // The file offset and the address agree within a page.
            #expect((linked.field(header + 8, 8) ?? 0) % 4096 == (linked.field(header + 16, 8) ?? 1) % 4096)
        }
        #expect(flags == [5, 4, 6])
    }

    @Test func addressesCanBeChosen() {
        let linked = Linked(Self.answer) {
            $0.base = 0x4000_0000
            $0.physicalBase = 0x10_0000
        }
        #expect(linked.field(64 + 16, 8) == 0x4000_0000)
        #expect(linked.field(64 + 24, 8) == 0x10_0000)
        #expect((linked.field(24, 8) ?? 0) > 0x4000_0000)
        let own = Linked(":begin\n%ret\n") { $0.entry = "begin" }
        #expect(own.field(24, 8) == 0x6000_00 + 64 + 2 * 56)
    }

    @Test func flatImageHasCodeAtItsBase() {
        let linked = Linked(":begin\n%ret\n", target: RISCV64.self) {
            $0.output = .bin
            $0.entry = "begin"
            $0.base = 0x8000_0000
        }
        #expect(linked.bytes.map { digits($0) } == "8280")
    }

    @Test func listingsHoldLabelsAndDigits() {
        let m1 = Linked(Self.answer, target: RISCV64.self) { ($0.output, $0.strip) = (.m1, true) }
        let text = String(decoding: m1.bytes ?? [], as: UTF8.self)
        #expect(text.hasPrefix("'7F454C4602010100"))
        #expect(text.hasSuffix(":p1_main\n'9304A0028280'\n:_start\n'82642800EFF07FFF26859304D005A6882A8373000000AA841A85'\n"))
        let hex2 = Linked(Self.answer, target: RISCV64.self) { ($0.output, $0.strip) = (.hex2, true) }
        #expect(String(decoding: hex2.bytes ?? [], as: UTF8.self) == String(text.filter { $0 != "'" }))
    }

    @Test func laterSourcesReplaceTheLibrarys() {
        let linker = Linker(target: RISCV64.self)
        linker.add(source: "library", bytes: Array(":f\n%li(a0, 1)\n%ret\n".utf8), isLibrary: true)
        linker.add(source: "own", bytes: Array(":p1_main\n%tail(&f)\n:f\n%li(a0, 2)\n%ret\n".utf8))
        let bytes = linker.link()
        #expect(bytes != nil, "\(linker.diagnostics.report)")
        #expect(digits(bytes ?? []).contains("89448280"))
        #expect(!digits(bytes ?? []).contains("85448280"))
    }

    @Test func unitsAndTextGiveTheSameBytes() {
        var unit = P1Unit()
        var main = P1Function(symbol: unit.names.intern("p1_main"))
        let value = unit.names.intern("value")
        main.instructions = [
            Instruction(.enter, imm: 16),
            Instruction(.loadg, rd: .a0, symbol: value),
            Instruction(.bcci, ra: .a0, symbol: ~0, condition: .eq),
            Instruction(.addi, rd: .a0, ra: .a0, imm: 1),
            Instruction(.label, symbol: ~0),
            Instruction(.eret),
        ]
        var object = P1Object(symbol: value, section: .data, alignment: 8)
        object.content = [.bytes([7, 0, 0, 0, 0, 0, 0, 0])]
        unit.items = [.function(main), .object(object)]
        for target in Machines.all {
            let direct = Linker(target: target)
            direct.add(unit: unit)
            let fromUnit = direct.link()
            var writer = P1ppWriter(unit: unit, level: .ext)
            let printed = Linker(target: target)
            printed.add(source: "printed", bytes: writer.text())
            let fromText = printed.link()
            #expect(fromUnit != nil, "\(direct.diagnostics.report)")
            #expect(fromUnit == fromText, "\(target.name): \(printed.diagnostics.report)")
        }
    }

    @Test func whatIsRefused() {
        let undefined = Linked(":p1_main\n%call(&helpr)\n%ret\n:helper\n%ret\n")
        #expect(undefined.bytes == nil)
        #expect(undefined.report.contains("s0.P1pp:2:1: error: undefined label 'helpr' (in 'p1_main'); did you mean 'helper'?"))
        let twice = Linked(":p1_main\n%ret\n", ":p1_main\n%ret\n")
        #expect(twice.report.contains("s1.P1pp:1:1: error: label 'p1_main' is defined twice"))
        #expect(twice.report.contains("s0.P1pp:1:1: note: the first definition is here"))
        #expect(Linked("").report.contains("p1_main"))
        #expect(Linked(":p1_main\n%li(a9, 1)\n").report.contains("expected a register"))
        #expect(Linked(":p1_main\n%add(a0, a1)\n").report.contains("3 arguments, not 2"))
        #expect(Linked(":p1_main\n%shli(a0, a1, 64)\n").report.contains("shift count 64"))
    }
}
