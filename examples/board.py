#!/usr/bin/env python3
"""A board for Mooring in Python: it registers with a config file, is claimed, stays connected and switches its relays.

    python3 board.py garage.mooring [HOST:PORT]

Add a device with the board "Virtual board", download its config file, and put your own code into `switch`. Needs the
packages cryptography and websocket-client (Debian: python3-cryptography python3-websocket). protocol/README.md explains
each step. Left out to stay short: inputs, sensors, schedules, updates, mDNS, the rules of a relay, and changes of its
settings, which it refuses in words.
"""
import hashlib, hmac, itertools, json, os, random, socket, struct, sys, time, zlib
from websocket import ABNF, WebSocketException, WebSocketTimeoutException, create_connection
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

REGISTRATION, DEVICE, COMMAND, BOOT = 1, 2, 1, 8  # of the enums Credential and Cause
STARTED, BOOT_ID, BOOT_COUNT = time.monotonic(), random.getrandbits(63), int(time.time())


class Closed(Exception):
    """The hub has closed the link, with this code and reason."""


# Protobuf: a message is a list of fields, each a number and a value. This board needs integers, text and bytes only.
def varint(n):
    return bytes([n]) if n < 128 else bytes([n & 127 | 128]) + varint(n >> 7)


def encode(fields):
    out = b""
    for number, value in fields.items():
        data = value.encode() if isinstance(value, str) else value
        out += varint(number << 3) + varint(data) if isinstance(data, int) else varint(number << 3 | 2) + varint(len(data)) + data
    return out


def decode(data):
    fields, rest = [], bytearray(data)

    def number():
        byte = rest.pop(0)
        return byte if byte < 128 else byte & 127 | number() << 7

    while rest:
        key = number()
        if key & 7 == 0:
            value = number()
        else:
            size = {1: 8, 5: 4}.get(key & 7) or number()
            value = bytes(rest[:size])
            del rest[:size]
        fields.append((key >> 3, value))
    return fields


# Noise_NNpsk0_25519_ChaChaPoly_SHA256, as protocol/README.md writes it out.
def H(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def kdf(ck, x, count):
    t, outputs = hmac.digest(ck, x, "sha256"), [b""]
    for n in range(1, count + 1):
        outputs.append(hmac.digest(t, outputs[-1] + bytes([n]), "sha256"))
    return outputs[1:]


def nonce(n):
    return bytes(4) + struct.pack("<Q", n)


class Link:
    """A WebSocket to the hub after the handshake: encrypted messages in both directions."""

    def __init__(self, address, credential, key_id, psk, hello):
        gone = (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 15_000)  # the hub's machine acknowledges nothing any more
        options = {"subprotocols": ["mooring.v2"], "suppress_origin": True, "sockopt": [gone]}
        self.socket = create_connection(f"ws://{address}/device", timeout=12, **options)
        secret, preface = X25519PrivateKey.generate(), encode({1: 2, 2: credential, 3: key_id})
        e = secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        h = ck = H(b"Noise_NNpsk0_25519_ChaChaPoly_SHA256")
        h = H(h, preface)
        ck, t, k = kdf(ck, psk, 3)
        h = H(H(h, t), e)
        ck, k = kdf(ck, e, 2)
        c = ChaCha20Poly1305(k).encrypt(nonce(0), hello, h)
        h = H(h, c)
        self.socket.send_binary(preface)
        self.socket.send_binary(e + c)
        answer = self.frame(12)
        f, c = answer[:32], answer[32:]
        h = H(h, f)
        ck, k = kdf(ck, f, 2)
        ck, k = kdf(ck, secret.exchange(X25519PublicKey.from_public_bytes(f)), 2)
        self.welcome = dict(decode(ChaCha20Poly1305(k).decrypt(nonce(0), c, h)))
        self.began, self.sent, self.received = time.monotonic(), 0, 0
        self.to_hub, self.from_hub = map(ChaCha20Poly1305, kdf(ck, b"", 2))

    def send(self, kind, fields):
        self.socket.send_binary(self.to_hub.encrypt(nonce(self.sent), encode({kind: encode(fields)}), b""))
        self.sent += 1

    def receive(self, seconds):
        """The kind and the fields of the hub's next message."""
        frame = self.frame(seconds)
        self.received += 1
        (kind, data), = decode(self.from_hub.decrypt(nonce(self.received - 1), frame, b""))[-1:] or [(0, b"")]
        return kind, dict(decode(data))

    def frame(self, seconds):
        self.socket.settimeout(max(seconds, 0.001))
        opcode, data = self.socket.recv_data()
        if opcode == ABNF.OPCODE_CLOSE:
            raise Closed(struct.unpack(">H", data[:2])[0] if data else 1005, data[2:].decode())
        return data


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
        self.relays = {dict(decode(value))[1]: (False, BOOT, STARTED) for number, value in plan if number == 2}
        self.done, self.step, self.mac = [], 0.5, b"\x02" + H(self.config[3])[:5]
        # Its flash: device keys, the newest first, and whether the hub has spoken under them; of this config file only.
        self.flash = f"{path}.{self.mac.hex()}.keys"
        self.keys = json.load(open(self.flash)) if os.path.exists(self.flash) else []

    def keep(self, keys):
        """Writes a new file, then renames it: the old keys or the new ones are there, whenever the power goes."""
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
        link = Link(address, credential, bytes.fromhex(key["id"]), bytes.fromhex(key["key"]), encode(hello))
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
            if credential == DEVICE and not key["accepted"]:  # so older keys are dead
                key["accepted"] = True
                self.keep(self.keys[: self.keys.index(key) + 1])
            if kind == 1 and said[1] in self.relays:  # SetRelay
                if said[4] not in self.done and (time.monotonic() - link.began) * 1000 <= said[5]:
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
        """For ever: every key at every address, then a pause that doubles while nothing works."""
        while True:
            longest = 30
            for address, (credential, key) in itertools.product(self.hubs, self.credentials()):
                try:
                    self.serve(address, credential, key)
                except (Closed, OSError, WebSocketException, InvalidTag) as error:
                    print(f"{address}: {error or 'the hub does not know this key'}", flush=True)
                    code = error.args[0] if isinstance(error, Closed) else 0
                    longest = 600 if code >= 4400 else longest  # a refusal
                    if code == 4000:  # claimed, or the key was changed: at once, with the newest key
                        self.step = 0
                        break
            time.sleep(random.uniform(self.step / 2, self.step))
            self.step = min(max(self.step * 2, 0.5), longest)


Board(*sys.argv[1:]).run()
