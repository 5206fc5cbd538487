import Glibc

/// The programs run in process groups of their own, so an interrupted runner has to end them itself.
package enum Interruption {
    private static let capacity = 256
    nonisolated(unsafe) private static let running: UnsafeMutablePointer<pid_t> = {
        let slots = UnsafeMutablePointer<pid_t>.allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        return slots
    }()
    nonisolated(unsafe) private static var lock = pthread_mutex_t()

    package static func install() {
        running.pointee = 0
        pthread_mutex_init(&lock, nil)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                Interruption.endAll()
                _exit(128 + number)
            }
        }
    }

    static func began(_ process: pid_t) { replace(0, process) }
    static func ended(_ process: pid_t) { replace(process, 0) }

    private static func replace(_ old: pid_t, _ new: pid_t) {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        for slot in 0..<capacity where running[slot] == old {
            running[slot] = new
            return
        }
    }

    /// Called by a signal handler: no locks, no memory.
    private static func endAll() {
        for slot in 0..<capacity where running[slot] > 0 { kill(-running[slot], SIGKILL) }
    }
}
