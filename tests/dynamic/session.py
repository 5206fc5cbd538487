# Debian's Python, here and in the seed kernel: `python3 session.py FOLDER` prints the same.
import collections, hashlib, io, os, re, signal, socket, struct, subprocess, sys, tempfile, threading, time

os.chdir(sys.argv[1])
print("python", sys.version_info[:2])
print(2 ** 200, divmod(-7, 3), 0.1 + 0.2, 1e300 * 1e10)
print(sorted(collections.Counter("mississippi").items()))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"))
print(hashlib.md5(b"seed").hexdigest(), hashlib.sha256(b"").hexdigest()[:16])
print(struct.pack("<IHd", 1, 2, 3.5).hex())

with open("text", "w") as file:
    file.writelines("%d\n" % n for n in range(1000))
print(os.stat("text").st_size, sum(int(line) for line in open("text")))
os.rename("text", "other")
print(os.listdir("."), os.path.exists("text"))
try:
    open("absent")
except OSError as error:
    print(type(error).__name__, error.errno)

print(subprocess.run(["cat"], input=b"through cat", stdout=subprocess.PIPE).stdout)
print(subprocess.call([sys.executable, "-I", "-S", "-c", "import sys; sys.exit(5)"]))
child = os.fork()
if child == 0:
    os._exit(6)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))

total, lock = 0, threading.Lock()
def add():
    global total
    for _ in range(2000):
        with lock:
            total += 1
threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(total)

one, two = socket.socketpair()
one.sendall(b"over a pair")
print(two.recv(100))

caught = []
signal.signal(signal.SIGALRM, lambda number, frame: caught.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(0.05)
print(caught)

with tempfile.TemporaryFile(dir=".") as file:
    file.write(b"x" * 100000)
    file.seek(0)
    print(len(file.read()))
try:
    import mmap
    with open("other", "r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
        memory[0:3] = b"MAP"
        print(memory.find(b"999\n"), open("other").read(4))
    shared = mmap.mmap(-1, 4096)
    if os.fork() == 0:
        shared[0:5] = b"child"
        os._exit(0)
    os.wait()
    print(shared[0:5])
except ImportError:
    print("no mmap")
print(io.StringIO("done").read())
