"""A bad wire between two networks: carries Ethernet frames between two TAP interfaces, late, not at all, twice, or in
another order. It does what `tc netem` does, on kernels without it and following a seed.

Arguments: the names of the two interfaces, and the seed. Each line of its input sets what the wire does, as JSON:
{"delay": ms, "jitter": ms, "loss": percent, "repeat": percent, "cut": bool}. Each is answered with what was done so far.
"""

import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 0x0002, 0x1000
FRAME_BYTES = 65_536


def tap(name):
    file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(file, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
    return file


def main():
    first, second, seed = sys.argv[1:4]
    random.seed(seed)
    ends = [tap(first), tap(second)]
    does = {"delay": 0, "jitter": 0, "loss": 0, "repeat": 0, "cut": False}
    done = {"carried": 0, "lost": 0, "repeated": 0, "overtaken": 0}
    late = []
    count = last_due = 0
    print(json.dumps(done), flush=True)

    def take(end):
        nonlocal count, last_due
        try:
            frame = os.read(ends[end], FRAME_BYTES)
        except OSError:
            return  # the interface is down
        if does["cut"] or random.random() * 100 < does["loss"]:
            done["lost"] += 1
            return
        copies = 2 if random.random() * 100 < does["repeat"] else 1
        done["repeated"] += copies - 1
        for _ in range(copies):
            due = time.monotonic() + (does["delay"] + random.random() * does["jitter"]) / 1000
            done["overtaken"] += due < last_due
            last_due = max(due, last_due)
            count += 1
            heapq.heappush(late, (due, count, 1 - end, frame))

    def deliver():
        while late and late[0][0] <= time.monotonic():
            _, _, end, frame = heapq.heappop(late)
            try:
                os.write(ends[end], frame)
                done["carried"] += 1
            except OSError:
                done["lost"] += 1  # the interface is down

    while True:
        wait = max(0, late[0][0] - time.monotonic()) if late else None
        ready = select.select([sys.stdin, *ends], [], [], wait)[0]
        for end in (0, 1):
            if ends[end] in ready:
                take(end)
        deliver()
        if sys.stdin in ready:
            line = sys.stdin.readline()
            if not line:
                return
            does.update(json.loads(line))
            print(json.dumps(done), flush=True)


main()
