import Harness

/// A program of several cases in several units, with a common header; `all.c` is all of them as one unit.
struct PeopleProgram {
    let seed: Int
    /// Which cases there are; the others are left out.
    var cases: [Int]
    /// Statements that are left out, in each case by number.
    var dropped: [Int: Set<Int>] = [:]

    init(seed: Int) {
        self.seed = seed
        cases = Array(0..<6)
    }

    static let units = (0..<Case.units).map { "unit\($0).c" }

    func made() -> [Case] { cases.map { Case(seed: seed, number: $0, dropped: dropped[$0] ?? []) } }

    func write(to folder: String) {
        let made = made()
        let header = "#ifndef PROGRAM_H\n#define PROGRAM_H\n" + Prelude.header + made.map(\.header).joined(separator: "\n") + "#endif\n"
        FileSystem.write(folder + "/program.h", Array(header.utf8))
        for (number, unit) in PeopleProgram.units.enumerated() {
            var text = "#include \"program.h\"\n\n" + made.map { $0.text[number] }.joined()
            if number == 0 { text += Prelude.definitions + Prelude.main(cases: cases) }
            FileSystem.write(folder + "/" + unit, Array(text.utf8))
        }
        FileSystem.write(folder + "/all.c", Array(PeopleProgram.units.map { "#include \"\($0)\"\n" }.joined().utf8))
    }
}
