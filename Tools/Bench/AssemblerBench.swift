/// The assembler beside GNU as: P1pp text to a program, gcc's assembly text to an object file, with the same
/// number of instructions. minicc expands macros, assembles, links and writes the executable in its time;
/// as only assembles.
///
/// The inputs are bench/assembler/sample.P1pp and sample.c (through gcc -O1 -S, without unwind tables, which
/// would cost as more), repeated under new names until they have enough instructions.
struct AssemblerBench {
    let minicc: String
    let folder: String
    let work: String

    private struct Input {
        var path: String
        var instructions = 0
        var lines = 0
        var bytes = 0
    }

    func run() -> Bool {
        let assembly = work + "/sample.s"
        guard best(of: 1, ["gcc", "-O1", "-S", "-fno-asynchronous-unwind-tables", folder + "/assembler/sample.c", "-o", assembly]) != nil,
              let gas = readFile(assembly), let p1 = readFile(folder + "/assembler/sample.P1pp") else {
            complain("cannot make the assembler's input")
            return false
        }
        print("Assembler: minicc (expand, assemble, link, write) and GNU as (assemble), same number of instructions\n")
        print("instructions |        minicc:  P1pp lines   MB/s   Mlines/s   memory MB |    as:  lines   MB/s   Mlines/s"
              + "   memory MB | instructions/s, minicc : as")
        for wanted in [10_000, 100_000, 1_000_000] {
            let p1Input = repeated(p1, wanted, to: work + "/p1-\(wanted).P1pp", isInstruction: { $0.first == UInt8(ascii: "%") }) {
                [("bm_", "bm\($0)_")]
            }
            let gasInput = repeated(gas, wanted, to: work + "/as-\(wanted).s", isInstruction: isGasInstruction) {
                [("bm_", "bm\($0)_"), (".L", ".L\($0)_")]
            }
            let runs = wanted > 500_000 ? 3 : 7
            guard let costs = bestInTurns(runs, [
                [minicc, "--target=amd64", "--no-libp1pp", "--keep-unused", folder + "/assembler/main.P1pp", p1Input.path, "-o", work + "/p1.out"],
                ["as", gasInput.path, "-o", work + "/as.o"],
            ]) else { return false }
            let own = costs[0], gnu = costs[1]
            let speed = (Double(p1Input.instructions) / own.seconds) / (Double(gasInput.instructions) / gnu.seconds)
            print(column("\(p1Input.instructions)", width: 12) + " |"
                  + column("\(p1Input.lines)", width: 27) + rates(p1Input, own) + " |"
                  + column("\(gasInput.lines)", width: 13) + rates(gasInput, gnu) + " |"
                  + column(speed, 2, width: 29))
        }
        return true
    }

    private func rates(_ input: Input, _ cost: Cost) -> String {
        column(Double(input.bytes) / cost.seconds / 1e6, 1, width: 7)
            + column(Double(input.lines) / cost.seconds / 1e6, 2, width: 11)
            + column(Double(cost.memory) / 1e6, 1, width: 12)
    }

    /// A tab, then a letter; directives have a dot there.
    private func isGasInstruction(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count > 1, line.first == 9, let second = line.dropFirst().first else { return false }
        return second != UInt8(ascii: ".")
    }

    /// Copies of `text` one after the other, in each the names changed as `renaming` says for its number, until
    /// there are so many instructions.
    private func repeated(_ text: [UInt8], _ wanted: Int, to path: String, isInstruction: (ArraySlice<UInt8>) -> Bool,
                          renaming: (Int) -> [(from: String, to: String)]) -> Input {
        var input = Input(path: path)
        let each = text.split(separator: 10, omittingEmptySubsequences: false).filter(isInstruction).count
        let lines = text.count { $0 == 10 }
        var out: [UInt8] = []
        for copy in 0..<max(1, (wanted + each / 2) / each) {
            let names = renaming(copy).map { (from: Array($0.from.utf8), to: Array($0.to.utf8)) }
            var i = 0
            scan: while i < text.count {
                for name in names where text[i] == name.from[0] && text[i...].starts(with: name.from) {
                    out += name.to
                    i += name.from.count
                    continue scan
                }
                out.append(text[i])
                i += 1
            }
            input.instructions += each
            input.lines += lines
        }
        input.bytes = out.count
        _ = writeFile(path, out)
        return input
    }
}
