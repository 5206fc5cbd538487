/// Macros that the compiler computes.
extension Preprocessor {
    func defineBuiltins() {
        let nothing = table.keep(UnsafeBufferPointer(start: nil, count: 0))
        for builtin in BuiltinMacro.allCases where !builtin.name.isEmpty {
            let name = names.intern(builtin.name)
            let macro = table.add(Macro(name: name, location: .none, body: nothing, count: 0, bodyStart: 0, bodySpan: 0,
                                        parameterCount: -1, parameters: 0, isVariadic: false, hasPaste: false, builtin: builtin))
            facts[name].macro = macro
        }
    }

    /// As `expand`.
    func expandBuiltin(_ token: UnsafeMutablePointer<Token>, _ builtin: BuiltinMacro) -> Bool {
        let location = token.pointee.location
        switch builtin {
        case .line: becomeNumber(token, sources.position(location).line)
        case .includeLevel: becomeNumber(token, max(0, frames.count - 1))
        case .counter:
            becomeNumber(token, counter)
            counter += 1
        case .file: becomeString(token, sources.position(location).file)
        case .baseFile: becomeString(token, sources.buffers[0].name)
        case .date: becomeString(token, CalendarDate(secondsSince1970: options.date).date)
        case .time: becomeString(token, CalendarDate(secondsSince1970: options.date).time)
        case .timestamp: becomeString(token, CalendarDate(secondsSince1970: options.date).timestamp)
        case .pragma:
            // Within an argument it waits until the argument has taken its place.
            if isIsolated || isInDirective { return false }
            return pragmaOperator(token)
        case .poisoned:
            diagnostics.error(location, "attempt to use poisoned '\(names.string(token.pointee.name))'")
        default:
            break
        }
        return false
    }

    private func becomeNumber(_ token: UnsafeMutablePointer<Token>, _ number: Int) {
        token.pointee.kind = .number
        token.pointee.payload = UInt64(UInt(bitPattern: texts.add(Array(String(number).utf8))))
    }

    private func becomeString(_ token: UnsafeMutablePointer<Token>, _ string: String) {
        token.pointee.kind = .rawString
        token.pointee.payload = UInt64(UInt(bitPattern: texts.add(Preprocessor.quoted(string))))
    }

    /// A string literal with this content.
    static func quoted(_ string: String) -> [UInt8] {
        var text: [UInt8] = [Byte.quote]
        for byte in string.utf8 {
            if byte == Byte.quote || byte == Byte.backslash { text.append(Byte.backslash) }
            if byte < 32 {
                text += [Byte.backslash, Byte.zero + (byte >> 6), Byte.zero + (byte >> 3 & 7), Byte.zero + (byte & 7)]
            } else {
                text.append(byte)
            }
        }
        text.append(Byte.quote)
        return text
    }
}

/// A moment in UTC in the forms of __DATE__, __TIME__ and __TIMESTAMP__.
struct CalendarDate {
    private let year: Int, month: Int, day: Int, weekday: Int, secondOfDay: Int

    init(secondsSince1970 seconds: Int64) {
        // Years from March, so that a leap day is the last day of a year; eras of 400 years repeat.
        var days = Int(seconds / 86_400)
        secondOfDay = Int(seconds % 86_400)
        weekday = (days + 4) % 7
        days += 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    private var monthAndDay: String { "\(CalendarDate.months[month - 1]) \(day < 10 ? " " : "")\(day)" }
    var date: String { "\(monthAndDay) \(year)" }
    var time: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(secondOfDay / 3600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
    }
    var timestamp: String { "\(CalendarDate.weekdays[weekday]) \(monthAndDay) \(time) \(year)" }
}
