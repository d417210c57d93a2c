"""What the cells of a chapter may not do, and what keeps them from it.

Network    Linux: a network namespace of its own, where only loopback exists. It holds for C libraries and child processes
           too. Where the system forbids namespaces, and on macOS: an audit hook, which holds for Python's own sockets
           alone; a compiled library or a child process could still connect. The run says which of the two it was.
Files      Cells run in a copy of the chapter's folder that is deleted afterwards. The audit hook refuses Python's own
           writes outside of the run's temporary folder; a child process could still write where its user may.
Memory     Linux: RLIMIT_DATA, per process. macOS has no such limit: there the parent's look at the resident memory of
           the whole process group, once a second, has to do.
Disk       No file beyond 256 MiB, printed output included.
Processes  Whatever is left of them is ended with the run. On macOS, a child that made itself a session of its own escapes.
"""

import contextlib
import ctypes
import os
import signal
import struct
import sys

FILE_LIMIT = 256 * 2**20
LOOPBACK = {"localhost", "127.0.0.1", "::1", "", "0.0.0.0", None}
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname"}
SENDS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
# Audit event → places of the paths that it changes.
CHANGES = {
    "os.remove": (0,), "os.rename": (0, 1), "os.mkdir": (0,), "os.rmdir": (0,), "os.truncate": (0,), "os.link": (1,),
    "os.symlink": (1,), "os.chmod": (0,), "os.chown": (0,), "os.utime": (0,), "shutil.rmtree": (0,), "sqlite3.connect": (0,),
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@contextlib.contextmanager
def limits(memory):
    """While a cell runs, turns a runaway allocation into MemoryError, and an endless file into OSError, instead of a
    machine that swaps. What the runner does afterwards, with whatever the cell left, is not limited.
    """
    import resource

    wanted = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": FILE_LIMIT}
    if memory:
        wanted["RLIMIT_DATA" if sys.platform == "linux" else "RLIMIT_AS"] = memory
    before = {getattr(resource, name): resource.getrlimit(getattr(resource, name)) for name in wanted}
    for name, value in wanted.items():
        kind = getattr(resource, name)
        try:
            resource.setrlimit(kind, (value, before[kind][1]))
        except (ValueError, OSError):
            pass  # The system does not know this limit, or has a lower one.
    try:
        yield
    finally:
        for kind, value in before.items():
            resource.setrlimit(kind, value)


def enclose():
    """Leaves the network. Returns whether the system itself keeps it that way; must run before the first thread."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: the run does not outlive who started it
    libc.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans become children of this process, so that `end_children` finds them
    probe = os.fork()  # A system may allow the namespace and yet forbid what makes it usable: a child tries first.
    if probe == 0:
        try:
            leave_network(libc)
        except BaseException:
            os._exit(1)
        os._exit(0)
    if os.waitpid(probe, 0)[1] != 0:
        return False
    leave_network(libc)
    return True


def leave_network(libc):
    """Moves this process to a network of its own, with the same user and group. Raises OSError where that is forbidden."""
    user, group = os.getuid(), os.getgid()
    if libc.unshare(0x10000000 | 0x40000000) != 0:  # CLONE_NEWUSER | CLONE_NEWNET
        raise OSError(ctypes.get_errno(), "unshare")
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(line)
    start_loopback()


def start_loopback():
    """A fresh network namespace has its loopback switched off; cells may talk to servers of their own."""
    import fcntl
    import socket

    with socket.socket() as control:
        fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS: IFF_UP | IFF_RUNNING


def end_children():
    """Ends child processes that cells left behind, also those in sessions of their own (Linux)."""
    tasks = "/proc/self/task"
    while sys.platform == "linux":
        found = []
        for task in os.listdir(tasks):
            try:
                with open(f"{tasks}/{task}/children") as file:
                    found += map(int, file.read().split())
            except OSError:
                pass
        if not found:
            return
        for child in found:
            try:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            except OSError:
                pass


def refuse_network(event, args):
    if event in SENDS:
        address = args[1] if event == "socket.connect" else args[-1]
        host = address[0] if isinstance(address, tuple) and address else None
        shown = f"{address[0]}:{address[1]}" if host is not None and len(address) > 1 else host
    else:
        host = shown = args[0].decode() if isinstance(args[0], bytes) else args[0]
    if host not in LOOPBACK:
        raise PermissionError(f"代码块不能联网（{shown}）：数据要生成，或放在仓库里")


def watch(root, writable, files):
    """From now on Python's own calls are refused the network and other people's files, and what is read below root is noted."""
    inside = tuple(os.path.realpath(folder) + os.sep for folder in writable) + ("/dev/", "/proc/self/")

    def real(path):
        return os.path.realpath(os.fsdecode(path)) if isinstance(path, (str, bytes, os.PathLike)) else None

    def refuse_write(path):
        if path is not None and not (path + os.sep).startswith(inside):
            raise PermissionError(f"代码块只能在自己的临时文件夹里写文件，不能写 {path}")

    def hook(event, args):
        if event in SENDS or event in LOOKUPS:
            refuse_network(event, args)
        elif event == "open":
            path, mode, flags = real(args[0]), args[1] or "", args[2] or 0
            if path is None:
                return
            if flags & WRITES or any(letter in mode for letter in "wax+"):
                refuse_write(path)
            if not flags & os.O_WRONLY and path.startswith(root + os.sep):
                files.add(os.path.relpath(path, root))
        elif event in CHANGES:
            for place in CHANGES[event]:
                refuse_write(real(args[place]))

    sys.addaudithook(hook)
