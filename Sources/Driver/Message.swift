/// What the command says on stderr.
enum Message {
    static func error(_ text: String) { print("minicc: error: " + text) }

    static func print(_ text: String) { write(text + "\n") }

    static func write(_ text: String) { _ = Files.put(2, Array(text.utf8)) }
}
