import Support

/// What is known of each distinct word of the sources. Words are classified once, when they first appear;
/// after that every question ("a register? a macro? a number?") is an array access by the word's number.
final class WordTable {
    let names: NameTable
    private(set) var infos: [WordInfo] = []
    private(set) var macroWord: Int32 = -1
    private(set) var endmWord: Int32 = -1

    init(names: NameTable) {
        self.names = names
        infos.reserveCapacity(4096)
        macroWord = intern("%macro")
        endmWord = intern("%endm")
        for register in Register.all { self[intern(register.name)].register = register.rawValue }
        for (index, mnemonic) in Mnemonic.all.enumerated() { self[intern("%", mnemonic.name)].mnemonic = Int16(index) }
    }

    /// Gives the words that call an expander's own macros their numbers: `%name`, then those that are no names.
    func add(macros named: [String], _ sigils: [String]) {
        for (index, name) in named.enumerated() { self[intern("%", name)].builtin = UInt8(index) }
        for (index, sigil) in sigils.enumerated() { self[intern("", sigil)].builtin = UInt8(named.count + index) }
    }

    @inline(__always)
    func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let id = names.intern(text)
        if Int(id) >= infos.count { classifyNew() }
        return id
    }

    func intern(_ text: String) -> Int32 {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The word that calls the macro of a name: the name with its sigil.
    func macroName(of name: Int32) -> Int32 {
        let known = names.bytes(name)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: known.count + 1) { text in
            text[0] = UInt8(ascii: "%")
            for (index, byte) in known.enumerated() { text[index + 1] = byte }
            return intern(UnsafeBufferPointer(rebasing: text[...]))
        }
    }

    /// A sigil and a name, without making a string of them.
    private func intern(_ sigil: StaticString, _ name: String) -> Int32 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { text in
            var name = name
            var count = sigil.utf8CodeUnitCount
            if count > 0 { text[0] = sigil.utf8Start[0] }
            name.withUTF8 { name in
                guard let start = name.baseAddress else { return }
                (text.baseAddress! + count).update(from: start, count: name.count)
                count += name.count
            }
            return intern(UnsafeBufferPointer(rebasing: text[..<count]))
        }
    }

    @inline(__always)
    subscript(id: Int32) -> WordInfo {
        get { infos[Int(id)] }
        set { infos[Int(id)] = newValue }
    }

    /// The word without its first character: the label that `&name` or `:name` speaks of.
    func tail(_ id: Int32) -> Int32 {
        let known = infos[Int(id)].tail
        if known >= 0 { return known }
        let bytes = names.bytes(id)
        let tail = intern(UnsafeBufferPointer(rebasing: bytes.dropFirst()))
        infos[Int(id)].tail = tail
        if infos[Int(id)].isFresh { infos[Int(tail)].isFresh = true }
        return tail
    }

    private func classifyNew() {
        for id in Int32(infos.count)..<Int32(names.count) {
            var info = WordInfo()
            let bytes = names.bytes(id)
            info.first = bytes.first ?? 0
            info.length = UInt32(bytes.count)
            // Calls, labels and references are most words, and nothing else.
            if info.first == UInt8(ascii: "%") || info.first == UInt8(ascii: ":") || info.first == UInt8(ascii: "&") {
                infos.append(info)
                continue
            }
            switch parseInteger(bytes) {
            case .value(let value):
                info.value = value
                info.isInteger = true
            case .octal(let value):
                info.value = value
                info.isOctal = true
            case .tooLarge: info.isTooLarge = true
            case .notANumber: break
            }
            info.isHex = !bytes.isEmpty && bytes.allSatisfy { hexDigit($0) != nil }
            infos.append(info)
        }
    }
}

struct WordInfo {
    var value: Int64 = 0
    /// Index of the macro that the sources last defined under this name, or -1.
    var macro: Int32 = -1
    /// Number of the label of this name outside all scopes, or -1.
    var label: Int32 = -1
    /// Number of the label of this name in the innermost scope that mentions it, or -1.
    var localLabel: Int32 = -1
    var tail: Int32 = -1
    var length: UInt32 = 0
    /// Index into Mnemonic.all, or -1.
    var mnemonic: Int16 = -1
    var register: UInt8 = Register.none.rawValue
    /// Index into Builtin.all, or `noBuiltin`.
    var builtin = WordInfo.noBuiltin
    var first: UInt8 = 0
    var isInteger = false
    /// `010`, which others read as eight.
    var isOctal = false
    var isTooLarge = false
    var isHex = false
    /// Made for one expansion of a macro; such labels stay out of the symbol table.
    var isFresh = false
    /// A library has a function of this name; see `Expander.isDeferred`.
    var isLibraryFunction = false

    static var noBuiltin: UInt8 { 255 }
}

enum ParsedInteger {
    case value(Int64)
    /// With a leading zero, and not the same in decimal; the value is the octal one.
    case octal(Int64)
    case tooLarge
    case notANumber
}

/// Decimal or 0x…, with a sign; every value that fits 64 bits as a signed or an unsigned number.
func parseInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> ParsedInteger {
    var index = 0
    let negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { index = 1 }
    guard index < bytes.count, bytes[index] >= 48, bytes[index] <= 57 else { return .notANumber }
    var magnitude: UInt64 = 0
    var overflow = false
    if bytes.count > index + 2, bytes[index] == 48, bytes[index + 1] | 32 == UInt8(ascii: "x") {
        for byte in bytes[(index + 2)...] {
            guard let digit = hexDigit(byte) else { return .notANumber }
            if magnitude >> 60 != 0 { overflow = true }
            magnitude = magnitude << 4 | UInt64(digit)
        }
    } else {
        let isOctal = bytes[index] == 48 && bytes.count > index + 1
        let base: UInt64 = isOctal ? 8 : 10
        for byte in bytes[index...] {
            guard byte >= 48, byte <= 57 else { return .notANumber }
            let (product, o1) = magnitude.multipliedReportingOverflow(by: base)
            let (sum, o2) = product.addingReportingOverflow(UInt64(byte - 48))
            if o1 || o2 { overflow = true }
            magnitude = sum
        }
        if isOctal && magnitude > 7 { return .octal(Int64(bitPattern: negative ? 0 &- magnitude : magnitude)) }
    }
    if overflow || negative && magnitude > 1 << 63 { return .tooLarge }
    return .value(Int64(bitPattern: negative ? 0 &- magnitude : magnitude))
}

@inline(__always)
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: return byte - 48
    case 65...70: return byte - 55
    case 97...102: return byte - 87
    default: return nil
    }
}
