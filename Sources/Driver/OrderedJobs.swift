import Support

/// Jobs that run on all processors, each in its turn as one becomes free. A job gives what remains to be done with its
/// result (messages, files); these remainders run on the calling thread in the order of the jobs, so that nobody sees
/// which one was faster.
final class OrderedJobs: @unchecked Sendable {
    typealias Remainder = () -> Void

    private let count: Int
    private let job: (Int) -> Remainder
    private var next = 0
    private var remainders: [Remainder?]
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// As much as the first thread usually has: the parser descends with the nesting of the source.
    private static let stackSize = 8 << 20

    static func run(_ count: Int, _ job: @escaping (Int) -> Remainder) {
        // sysconf reads a file; skip it when there is one job.
        let threads = count > 1 ? min(count, OperatingSystem.processorCount) : 1
        guard threads > 1 else {
            for index in 0..<count { job(index)() }
            return
        }
        OrderedJobs(count, job).run(threads)
    }

    private init(_ count: Int, _ job: @escaping (Int) -> Remainder) {
        self.count = count
        self.job = job
        remainders = [Remainder?](repeating: nil, count: count)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(changed)
        mutex.deallocate()
        changed.deallocate()
    }

    private func run(_ wanted: Int) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, OrderedJobs.stackSize)
        var threads: [pthread_t] = []
        for _ in 0..<wanted {
            var thread = pthread_t()
            let status = pthread_create(&thread, &attributes, { argument in
                Unmanaged<OrderedJobs>.fromOpaque(argument!).takeUnretainedValue().work()
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
            if status == 0 { threads.append(thread) }
        }
        pthread_attr_destroy(&attributes)
        // If no thread can be started, run the jobs inline.
        if threads.isEmpty { work() }
        for index in 0..<count { remainder(index)() }
        for thread in threads { pthread_join(thread, nil) }
    }

    private func work() {
        while let index = take() {
            let remainder = job(index)
            pthread_mutex_lock(mutex)
            remainders[index] = remainder
            pthread_cond_signal(changed)
            pthread_mutex_unlock(mutex)
        }
    }

    private func take() -> Int? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard next < count else { return nil }
        next += 1
        return next - 1
    }

    private func remainder(_ index: Int) -> Remainder {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let found = remainders[index] {
                remainders[index] = nil
                return found
            }
            pthread_cond_wait(changed, mutex)
        }
    }
}
