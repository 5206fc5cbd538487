#if canImport(Glibc)
@_exported import Glibc
#elseif canImport(Musl)
@_exported import Musl
#elseif canImport(Darwin)
@_exported import Darwin
#endif

/// What the system does for the compiler and its command: files, memory, processors, starting a program. A port to another
/// system is a port of this file. Failures come with the reason in words.
public enum OperatingSystem {
    public enum Outcome<Value> {
        case success(Value)
        case failure(String)
    }

    // MARK: - Files

    /// A file in memory that the caller owns.
    public struct LoadedFile {
        public let bytes: UnsafeMutablePointer<UInt8>
        public let count: Int
        /// The same for all names of a file; nil for what is no file on a disk.
        public let identity: FileIdentity?
    }

    public struct FileIdentity: Hashable, Sendable {
        public let device: UInt64
        public let inode: UInt64

        public init(device: UInt64, inode: UInt64) {
            self.device = device
            self.inode = inode
        }
    }

    /// A system's error number, and its text.
    public struct Problem: Error {
        public let code: Int32
        public var text: String { String(cString: strerror(code)) }
    }

    /// All bytes of a file or a pipe, with `padding` zero bytes behind them. `-` is standard input.
    public static func load(_ path: String, padding: Int = 0) -> Result<LoadedFile, Problem> {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(Problem(code: errno)) }
        defer { if descriptor != 0 { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(Problem(code: errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { return .failure(Problem(code: EISDIR)) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        // One byte more than the file has shows its end in the same call.
        var capacity = isRegular ? Int(status.st_size) + 1 : 1 << 16
        var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
        var count = 0
        while true {
            let got = systemRead(descriptor, bytes + count, capacity - count)
            if got < 0 {
                if errno == EINTR { continue }
                bytes.deallocate()
                return .failure(Problem(code: errno))
            }
            if got == 0 { break }
            count += got
            if count == capacity {
                capacity = capacity * 2 + 4096
                let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
                larger.update(from: bytes, count: count)
                bytes.deallocate()
                bytes = larger
            }
        }
        (bytes + count).update(repeating: 0, count: padding)
        let identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        return .success(LoadedFile(bytes: bytes, count: count, identity: isRegular ? identity : nil))
    }

    public static func read(_ path: String) -> Outcome<[UInt8]> {
        switch load(path) {
        case .failure(let problem): return .failure(problem.text)
        case .success(let file):
            defer { file.bytes.deallocate() }
            return .success(Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
        }
    }

    /// A file's bytes for as long as the command runs, read as far as they are looked at.
    public static func map(_ path: String) -> Outcome<UnsafeBufferPointer<UInt8>> {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return .failure(reason()) }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
           let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED {
            return .success(UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: Int(status.st_size)))
        }
        // Empty files, pipes and the like.
        switch read(path) {
        case .failure(let why): return .failure(why)
        case .success(let bytes):
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
            _ = copy.initialize(from: bytes)
            return .success(UnsafeBufferPointer(copy))
        }
    }

    /// Writes beside the file and renames, so that a failed run leaves what was there. Nil if all went well.
    public static func write(_ path: String, _ bytes: [UInt8], executable: Bool = false) -> String? {
        if path == "-" { return put(1, bytes) ? nil : reason() }
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists && status.st_mode & S_IFMT != S_IFREG {
            // A device or a pipe cannot be renamed over.
            if status.st_mode & S_IFMT == S_IFDIR { return "Is a directory" }
            let descriptor = open(path, O_WRONLY)
            guard descriptor >= 0 else { return reason() }
            defer { close(descriptor) }
            return put(descriptor, bytes) ? nil : reason()
        }
        let temporary = path + ".tmp\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, executable ? 0o777 : 0o666)
        guard descriptor >= 0 else { return reason() }
        guard put(descriptor, bytes), close(descriptor) == 0 else {
            let why = reason()
            unlink(temporary)
            return why
        }
        // Many file systems put a new content on the disk before they let it be renamed over an old one, which takes long;
        // to change places with it is as safe.
        if exists && renameat2(AT_FDCWD, temporary, AT_FDCWD, path, exchangingNames) == 0 {
            unlink(temporary)
            return nil
        }
        guard rename(temporary, path) == 0 else {
            let why = reason()
            unlink(temporary)
            return why
        }
        return nil
    }

    /// RENAME_EXCHANGE.
    private static let exchangingNames: UInt32 = 2

    public static func put(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = systemWrite(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    public static func reason() -> String { String(cString: strerror(errno)) }

    // MARK: - Processes

    /// The running command's own file.
    public static let command: String? = {
        var buffer = [CChar](repeating: 0, count: 4097)
        guard readlink("/proc/self/exe", &buffer, 4096) > 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }()

    public static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Whether standard error is a terminal.
    public static var reportsToTerminal: Bool { isatty(2) == 1 }

    public static var processorCount: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Puts a program in the place of this process; it never is a file: it lies in memory that only this process knows, so
    /// nothing is left behind. `emulator` runs it where the system itself cannot. Comes back only with the reason why not.
    public static func become(program: [UInt8], arguments: [String], emulator: String?) -> String {
        // The kernel closes it for the program; an emulator has yet to read it.
        let descriptor = memfd_create("program", emulator == nil ? closesOnExec : 0)
        guard descriptor >= 0, put(descriptor, program) else { return "cannot keep the program in memory: \(reason())" }
        withWords(arguments) { _ = fexecve(descriptor, $0, environ) }
        let why = reason()
        guard let emulator, errno == ENOEXEC else { return why }
        withWords([emulator, "-0", arguments[0], "/proc/self/fd/\(descriptor)"] + arguments.dropFirst()) { _ = execvp(emulator, $0) }
        return "\(emulator): \(reason())"
    }

    private static func withWords(_ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Void) {
        let copies = words.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        body(copies)
    }

    // MARK: - Memory

    /// Address space to which the system gives memory as it is used; nil when it refuses.
    public static func reserve(_ size: Int) -> UnsafeMutableRawPointer? {
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        return memory == MAP_FAILED ? nil : memory
    }

    public static func release(_ memory: UnsafeMutableRawPointer, _ size: Int) { munmap(memory, size) }
}

/// Names that the functions above have, too.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int { read(descriptor, bytes, count) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { write(descriptor, bytes, count) }

/// The module of the C library leaves these out.
@_silgen_name("renameat2")
private func renameat2(_ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>,
                       _ flags: UInt32) -> Int32
@_silgen_name("memfd_create")
private func memfd_create(_ name: UnsafePointer<CChar>, _ flags: UInt32) -> Int32
/// MFD_CLOEXEC
private let closesOnExec: UInt32 = 1
