import MiniCC
import Support

/// What the command says on stderr.
enum Message {
    static func error(_ text: String) { print("minicc: error: " + text) }

    static func print(_ text: String) { write(text + "\n") }

    static func write(_ text: String) { _ = OperatingSystem.put(2, Array(text.utf8)) }

    static func show(_ diagnostics: [Diagnostic], _ invocation: Invocation? = nil) {
        var text = style(invocation)
        for diagnostic in diagnostics { text.add(diagnostic) }
        _ = OperatingSystem.put(2, text.bytes)
    }

    fileprivate static func style(_ invocation: Invocation?) -> DiagnosticText {
        var text = DiagnosticText()
        text.usesColor = invocation?.usesColor ?? (OperatingSystem.reportsToTerminal && OperatingSystem.environment("NO_COLOR") == nil)
        text.showsSourceLines = invocation?.showsSourceLines ?? true
        return text
    }
}

/// The messages of one compilation. Of several at a time each keeps what it has to say until it is concluded.
final class MessageBuffer {
    private var text: DiagnosticText
    private let keepsAll: Bool
    private let errorLimit: Int
    private var saidLimit = false

    init(_ invocation: Invocation, keepsAll: Bool) {
        text = Message.style(invocation)
        self.keepsAll = keepsAll
        errorLimit = invocation.compiler.errorLimit
    }

    func add(_ diagnostic: Diagnostic) {
        text.add(diagnostic)
        if text.bytes.count > 1 << 16 && !keepsAll { write() }
    }

    func flush(_ compilation: Compilation) {
        compilation.finishMessages()
        write()
        if compilation.reachedErrorLimit && !saidLimit {
            saidLimit = true
            Message.print("minicc: too many errors, stopping now [-ferror-limit=\(errorLimit)]")
        }
    }

    private func write() {
        _ = OperatingSystem.put(2, text.bytes)
        text.removeAll()
    }
}
