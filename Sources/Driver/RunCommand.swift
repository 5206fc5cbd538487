import P1Backend
import Support

/// -run: the program takes the compiler's place, with its standard input, its arguments and its process number.
enum RunCommand {
    /// Comes back only if there is no program, or if it cannot be started.
    static func run(_ invocation: Invocation) -> Int32 {
        guard let program = LinkCommand.program(invocation) else { return 1 }
        let name = invocation.inputs.last?.path ?? "-"
        let isForeign = invocation.target.name != Machines.host.name
        let emulator = invocation.target.description.programEmulator
        let why = OperatingSystem.become(program: program, arguments: [name] + invocation.programArguments, emulator: isForeign ? emulator : nil)
        Message.error("cannot run the program for \(invocation.target.name): \(why)")
        return 1
    }
}
