import Testing
@testable import P1Backend

/// P1/system-calls.txt against all places that name system calls: the assembler, P1/sys-base.P1pp, the library and its headers,
/// and the kernel.
@Suite struct SystemCallTests {
    private struct Call {
        var amd64: Int64?
        var generic: Int64?
        var arguments: Int?
    }

    /// The table; a name stands in it once.
    private static func table() throws -> [String: Call] {
        var calls: [String: Call] = [:]
        for line in try text("P1/system-calls.txt").split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false)
            try #require(fields.count == 4 && calls[String(fields[0])] == nil, "\(line)")
            calls[String(fields[0])] = Call(amd64: Int64(fields[1]), generic: Int64(fields[2]), arguments: Int(fields[3]))
        }
        return calls
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try #require(repositoryFile(path), "\(path) is missing"), as: UTF8.self)
    }

    @Test func numbersAreDistinct() throws {
        let calls = try Self.table()
        #expect(calls.count > 300)
        #expect(Set(calls.values.compactMap(\.amd64)).count == calls.values.compactMap(\.amd64).count)
        #expect(Set(calls.values.compactMap(\.generic)).count == calls.values.compactMap(\.generic).count)
    }

    @Test func assembler() throws {
        let calls = try Self.table()
        for (name, call) in calls {
            let isKnown = BaseDialect.systemCalls.contains("%p1_sys_" + name)
            #expect(SystemCalls.amd64.number(of: name) == (isKnown ? call.amd64 : nil), "\(name)")
            #expect(SystemCalls.generic.number(of: name) == (isKnown ? call.generic : nil), "\(name)")
        }
        #expect(BaseDialect.systemCalls.isSubset(of: calls.keys.map { "%p1_sys_" + $0 }))
    }

    @Test func baseText() throws {
        let calls = try Self.table(), text = try Self.text("P1/sys-base.P1pp")
        let numbers = text.matches(of: #/%macro p1_sys_(\w+)\n\(\+ \(\* (\d+) %sys_base_amd64\) \(\* (\d+) %sys_base_generic\)\)/#)
        #expect(numbers.count == text.matches(of: #/%macro p1_sys_/#).count)
        for match in numbers {
            let call = calls[String(match.1)]
            #expect(call?.amd64 == Int64(match.2) && call?.generic == Int64(match.3), "\(match.1)")
        }
        let functions = text.matches(of: #/%sys_base_syscall(\d)\(\w+, %p1_sys_(\w+)\)/#)
        #expect(functions.count > 100)
        for match in functions { #expect(calls[String(match.2)]?.arguments == Int(match.1), "\(match.2)") }
    }

    @Test(arguments: ["amd64", "generic"])
    func libraryOfOtherCompilers(_ table: String) throws {
        let calls = try Self.table()
        let numbers = try Self.text("Sources/libc/arch/numbers-\(table).h").matches(of: #/NUMBER_(\w+) = (\d+)/#)
        #expect(numbers.count > 100)
        for match in numbers {
            let call = calls[String(match.1)]
            #expect((table == "amd64" ? call?.amd64 : call?.generic) == Int64(match.2), "\(match.1)")
        }
    }

    /// Calls that all machines have stand in the header's first part, others in the part of their machine.
    @Test func headers() throws {
        let calls = try Self.table(), text = try Self.text("Sources/libc/include/asm/unistd.h")
        var named: Set<String> = []
        for match in text.matches(of: #/#define __NR_(\w+) __SYSTEM_CALL\((\d+), (\d+)\)/#) {
            let call = calls[String(match.1)]
            #expect(call?.amd64 == Int64(match.2) && call?.generic == Int64(match.3), "\(match.1)")
            named.insert(String(match.1))
        }
        let parts = text.split(separator: "#elif defined(__aarch64__)\n#define")
        try #require(parts.count == 2)
        for match in parts[0].matches(of: #/#define __NR_(\w+) (\d+)/#) {
            #expect(calls[String(match.1)]?.amd64 == Int64(match.2), "\(match.1)")
            named.insert(String(match.1))
        }
        #expect(Set(calls.keys).subtracting(named).isEmpty)
        let second = Set(try Self.text("Sources/libc/include/sys/syscall.h").matches(of: #/#define SYS_(\w+) __NR_(\w+)/#).map { match in
            #expect(match.1 == match.2)
            return String(match.1)
        })
        #expect(second.isSuperset(of: named))
    }

    @Test func kernel() throws {
        let calls = try Self.table()
        let table = try Self.text("kernel/include/calls.h").matches(of: #/X\((\w+), *(\d+), *(\d+), *(\d+)\)/#)
        #expect(table.count > 200)
        for match in table {
            let call = calls[String(match.1)]
            // 9999: the machine has no such call.
            #expect(call?.amd64 == Int64(match.2) && call?.generic ?? 9999 == Int64(match.3), "\(match.1)")
            #expect(call?.arguments == Int(match.4), "\(match.1)")
        }
    }
}
