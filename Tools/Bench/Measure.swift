import Glibc

/// What a command took.
struct Cost {
    /// Of processor time, the system's included: what else runs on the machine does not count.
    var seconds = 0.0
    /// Largest resident memory, in bytes.
    var memory = 0
    var status: Int32 = 0
}

/// Runs a command to its end, its output thrown away or kept in a file; errors stay visible.
func cost(of command: [String], output: String = "/dev/null") -> Cost {
    var arguments = command.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o666)

    var cost = Cost()
    var process = pid_t()
    guard posix_spawnp(&process, command[0], &actions, nil, arguments, environ) == 0 else {
        cost.status = 127
        return cost
    }
    var usage = rusage()
    while wait4(process, &cost.status, 0, &usage) < 0 && errno == EINTR {}
    cost.seconds = max(1e-6, seconds(usage.ru_utime) + seconds(usage.ru_stime))
    cost.memory = usage.ru_maxrss * 1024
    return cost
}

/// The fastest of several runs: what disturbs a run only makes it slower. Nil after a failure.
func best(of runs: Int, _ command: [String]) -> Cost? {
    var best: Cost?
    for _ in 0..<runs {
        let cost = bench.cost(of: command)
        guard cost.status == 0 else {
            complain("failed: " + command.joined(separator: " "))
            return nil
        }
        if cost.seconds < best?.seconds ?? .infinity { best = cost }
    }
    return best
}

/// For commands that fight for the machine with whatever else runs on it: they take turns, so that a
/// disturbance does not hit one of them alone.
func bestInTurns(_ runs: Int, _ commands: [[String]]) -> [Cost]? {
    var costs = [Cost?](repeating: nil, count: commands.count)
    for _ in 0..<runs {
        for (index, command) in commands.enumerated() {
            guard let cost = best(of: 1, command) else { return nil }
            if cost.seconds < costs[index]?.seconds ?? .infinity { costs[index] = cost }
        }
    }
    return costs.compactMap { $0 }
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }

func complain(_ text: String) {
    let line = Array("bench: \(text)\n".utf8)
    _ = write(2, line, line.count)
}

func readFile(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return bytes
}

func writeFile(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
}

/// The sum of the executable sections of an ELF file; nil of any other file.
func codeSize(elf path: String) -> Int? {
    guard let file = readFile(path), file.starts(with: [0x7F, 0x45, 0x4C, 0x46]), file.count >= 64 else { return nil }
    func number(_ offset: Int, _ size: Int) -> Int {
        guard offset >= 0, offset + size <= file.count else { return 0 }
        return file[offset..<(offset + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let table = number(40, 6), entry = number(58, 2), count = number(60, 2)
    let isExecutable = 4
    return (0..<count).reduce(0) { sum, index in
        let section = table + index * entry
        return number(section + 8, 4) & isExecutable != 0 ? sum + number(section + 32, 6) : sum
    }
}

/// What a folder holds, in order.
func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        names.append(withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
}

// MARK: Tables

/// A number in a column: right-justified, with so many digits behind the point.
func column(_ value: Double, _ digits: Int, width: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = Int((value * scale).rounded())
    var text = String(rounded / Int(scale))
    if digits > 0 {
        let fraction = String(rounded % Int(scale))
        text += "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
    return column(text, width: width)
}

/// A word at the left edge of its column.
func label(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

func column(_ text: String, width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
