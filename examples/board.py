#!/usr/bin/env python3
"""A board for Mooring in Python: it registers with a config file, is claimed, stays connected and switches its relays.

    python3 board.py garage.mooring [HOST:PORT]

Add a device with the board "Virtual board", download its config file, and put your own code into `switch`. It needs the
packages cryptography and websocket-client (Debian: python3-cryptography python3-websocket). protocol/README.md explains
each step. To stay short it has no inputs, sensors, schedules or mDNS. It refuses what it cannot do: updates, changes of
its settings, switching for a limited time, and a config file with rules of relays.
"""
import itertools, json, os, random, struct, sys, time, zlib
from cryptography.exceptions import InvalidTag
from websocket import WebSocketException, WebSocketTimeoutException
from mooring_link import Closed, H, Link, decode

REGISTRATION, DEVICE, COMMAND, BOOT = 1, 2, 1, 8  # of the enums Credential and Cause
STARTED, BOOT_ID, BOOT_COUNT = time.monotonic(), random.getrandbits(63), int(time.time())


class Board:
    def __init__(self, path, hub=None):
        with open(path, "rb") as file:
            magic, version, size, crc = struct.unpack("<4sHHI", file.read(12))
            data = file.read(size)
        if magic != b"MOOR" or version != 1 or zlib.crc32(data) != crc:
            sys.exit(f"{path} is damaged, or no config file of this version.")
        config = decode(data)
        self.config, plan = dict(config), decode(dict(config)[8])
        hubs = [dict(decode(value)) for number, value in config if number == 5]
        self.hubs = [hub] if hub else [f"{address[1].decode()}:{address[2]}" for address in hubs]
        relays = [dict(decode(value)) for number, value in plan if number == 2]
        if any(number > 3 for relay in relays for number in relay):
            sys.exit(f"{path} has rules of relays, which this board does not keep.")
        self.relays = {relay[1]: (False, BOOT, STARTED) for relay in relays}
        self.done, self.step, self.mac = [], 0.5, b"\x02" + H(self.config[3])[:5]
        # In place of a flash: device keys, newest first, and whether the hub has spoken under them. One for each config file.
        self.flash = f"{path}.{self.mac.hex()}.keys"
        self.keys = json.load(open(self.flash)) if os.path.exists(self.flash) else []

    def keep(self, keys):
        """Writes a new file, then renames it: after a loss of power the old keys or the new ones are there."""
        with open(f"{self.flash}.new", "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            json.dump(keys, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(f"{self.flash}.new", self.flash)
        self.keys = keys

    def switch(self, relay, on):
        was, _, changed = self.relays[relay]
        self.relays[relay] = on, COMMAND, changed if on == was else time.monotonic()
        print(f"relay {relay} is {'on' if on else 'off'}", flush=True)

    def report(self, link, relay, command=0):
        on, cause, changed = self.relays[relay]
        link.send(2, {1: relay, 2: int(on), 3: cause, 4: command, 5: int((time.monotonic() - changed) * 1000)})

    def serve(self, address, credential, key):
        """One link, for as long as it lasts."""
        hello = {1: f"ESP_{self.mac.hex().upper()}", 2: self.mac, 3: self.config[1], 4: "1.0.0", 5: "Python"}
        hello.update({6: BOOT_ID, 7: BOOT_COUNT, 8: 1, 9: int((time.monotonic() - STARTED) * 1000)})
        link = Link(address, credential, bytes.fromhex(key["id"]), bytes.fromhex(key["key"]), hello)
        pace, beat_at, told = (link.welcome.get(6) or 2000) / 1000, link.began, False
        while True:
            if (now := time.monotonic()) >= beat_at:
                link.send(1, {1: int((now - STARTED) * 1000)})
                beat_at = now + pace
            for relay in [] if told else self.relays:
                self.report(link, relay)
            told = True
            try:
                kind, said = link.receive(beat_at - now)
            except WebSocketTimeoutException:
                continue
            self.step = 0.5
            if credential == DEVICE and not key["accepted"]:  # the hub has spoken under it, so older keys are dead
                key["accepted"] = True
                self.keep(self.keys[: self.keys.index(key) + 1])
            if kind == 1 and said[1] in self.relays:  # SetRelay
                in_time = (time.monotonic() - link.began) * 1000 <= said[5]
                if said[4] not in self.done and in_time and not said.get(3):
                    self.done = [*self.done[-15:], said[4]]
                    self.switch(said[1], bool(said.get(2)))
                self.report(link, said[1], said[4])
            elif kind == 2:  # Configure
                link.send(5, {1: said[1], 2: "This board takes its settings from its config file alone."})
            elif kind == 3:  # Pace
                pace = said[1] / 1000
                beat_at = min(beat_at, time.monotonic() + pace)
            elif kind == 4:  # Provision
                new = {"id": said[1].hex(), "key": said[2].hex(), "accepted": False}
                self.keep([new, *[key for key in self.keys if key["accepted"]]])
                link.send(4, {1: said[1]})
            elif kind == 7:  # OtaBegin
                link.send(7, {2: "This board takes no updates over its link."})

    def credentials(self):
        mine = [(DEVICE, key) for key in self.keys]
        registration = {"id": self.config[3].hex(), "key": self.config[4].hex()}
        return mine if any(key["accepted"] for key in self.keys) else [*mine, (REGISTRATION, registration)]

    def run(self):
        """Tries every key at every address, then pauses; the pause doubles while nothing works. Never ends."""
        while True:
            longest = 30
            for address, (credential, key) in itertools.product(self.hubs, self.credentials()):
                try:
                    self.serve(address, credential, key)
                except (Closed, OSError, WebSocketException, InvalidTag) as error:
                    print(f"{address}: {error or 'the hub does not know this key'}", flush=True)
                    code = error.args[0] if isinstance(error, Closed) else 0
                    longest = 600 if code >= 4400 else longest  # a refusal
                    if code == 4000:  # claimed, or the key was changed: come back at once, with the newest key
                        self.step = 0
                        break
            time.sleep(random.uniform(self.step / 2, self.step))
            self.step = min(max(self.step * 2, 0.5), longest)


Board(*sys.argv[1:]).run()
