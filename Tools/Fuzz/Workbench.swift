import Harness

/// A folder where one program is made and run.
struct Workbench {
    let folder: String
    let timeLimit: Double

    /// What the step writes is in `STEP.out` and `STEP.err`.
    func run(_ step: String, _ words: [String], limit: Double? = nil) -> Command.Ending {
        Command(words: words, folder: folder, output: "\(folder)/\(step).out", errors: "\(folder)/\(step).err",
                timeLimit: limit ?? timeLimit).run()
    }

    func output(of step: String) -> [UInt8] { FileSystem.read("\(folder)/\(step).out") ?? [] }

    /// The first line of the step's messages.
    func message(of step: String) -> String {
        String(decoding: (FileSystem.read("\(folder)/\(step).err") ?? []).prefix { $0 != 10 }, as: UTF8.self)
    }
}
