import Glibc

/// Files and processes, as far as the test needs them.
enum System {
    static func makeDirectory() -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((parent + "/p1check-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { fail("cannot make a directory in \(parent)") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func write(_ bytes: [UInt8], to path: String, executable: Bool = false) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, executable ? 0o755 : 0o644)
        guard file >= 0 else { fail("cannot write \(path)") }
        guard write(bytes, toFile: file) else { fail("cannot write \(path)") }
        close(file)
    }

    @discardableResult
    private static func write(_ bytes: [UInt8], toFile file: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let n = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
                if n <= 0 { return false }
                done += n
            }
            return true
        }
    }

    static func read(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return [] }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        lseek(file, 0, SEEK_SET)
        return [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
            while count < size {
                let n = Glibc.read(file, buffer.baseAddress! + count, size - count)
                if n <= 0 { break }
                count += n
            }
        }
    }

    enum End: Equatable {
        case exit(Int32)
        case signal(Int32)
        case timeout
        case notStarted
    }

    /// Runs a command with its input and output in files. After a minute it is taken to hang.
    static func run(_ command: [String], input: String, output: String) -> End {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0 else { return .notStarted }
        var status: Int32 = 0
        for step in 0..<Int.max {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if step > 60_000 {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                return .timeout
            }
            usleep(1000)
        }
        return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    static func remove(_ paths: [String], directory: String) {
        for path in paths { unlink(path) }
        rmdir(directory)
    }

    /// Unbuffered, so that lines appear when they are made.
    static func print(_ line: String) { write(Array((line + "\n").utf8), toFile: 1) }

    static func fail(_ message: String) -> Never {
        write(Array("p1check: \(message)\n".utf8), toFile: 2)
        exit(2)
    }
}
