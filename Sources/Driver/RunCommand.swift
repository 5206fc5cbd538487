import Glibc
import P1Backend

/// -run: the program takes the compiler's place, with its standard input, its arguments and its process number.
/// It never is a file: it lies in memory that only this process knows, so nothing is left behind.
enum RunCommand {
    /// Comes back only if there is no program, or if it cannot be started.
    static func run(_ invocation: Invocation) -> Int32 {
        guard let program = LinkCommand.program(invocation) else { return 1 }
        // The kernel closes it for the program; an emulator has yet to read it.
        let isForeign = invocation.target.name != Machines.host.name
        let descriptor = memfd_create("program", isForeign ? 0 : closesOnExec)
        guard descriptor >= 0, Files.put(descriptor, program) else {
            Message.error("cannot keep the program in memory: \(Files.reason())")
            return 1
        }
        let name = invocation.inputs.last?.path ?? "-"
        let words = [name] + invocation.programArguments
        withWords(words) { _ = fexecve(descriptor, $0, environ) }
        var why = Files.reason()
        if isForeign && errno == ENOEXEC {
            let emulator = "qemu-" + (invocation.target.name == "amd64" ? "x86_64" : invocation.target.name)
            withWords([emulator, "-0", name, "/proc/self/fd/\(descriptor)"] + words.dropFirst()) { _ = execvp(emulator, $0) }
            why = "\(emulator): \(Files.reason())"
        }
        Message.error("cannot run the program for \(invocation.target.name): \(why)")
        return 1
    }

    private static func withWords(_ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Void) {
        let copies = words.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        body(copies)
    }
}

/// Swift's Glibc leaves these out.
@_silgen_name("memfd_create")
private func memfd_create(_ name: UnsafePointer<CChar>, _ flags: UInt32) -> Int32
private let closesOnExec: UInt32 = 1
