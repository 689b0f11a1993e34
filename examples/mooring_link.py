"""Mooring's link for programs in Python: protobuf, the Noise handshake and encrypted frames. board.py uses it.

Needs the packages cryptography and websocket-client (Debian: python3-cryptography python3-websocket).
"""
import hashlib, hmac, socket, struct, time
from websocket import ABNF, create_connection
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class Closed(Exception):
    """The hub has closed the link, with this code and reason."""


# Protobuf: a message is a list of fields, each a number and a value. A small board needs integers, text and bytes only.
def varint(n):
    return bytes([n]) if n < 128 else bytes([n & 127 | 128]) + varint(n >> 7)


def encode(fields):
    out = b""
    for number, value in fields.items():
        if isinstance(value, int):
            out += varint(number << 3) + varint(value)
        else:
            data = value.encode() if isinstance(value, str) else value
            out += varint(number << 3 | 2) + varint(len(data)) + data
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
        gone = (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 15_000)  # a hub that lost its power acknowledges nothing
        options = {"subprotocols": ["mooring.v2"], "suppress_origin": True, "sockopt": [gone]}
        self.socket = create_connection(f"ws://{address}/device", timeout=12, **options)
        secret, preface = X25519PrivateKey.generate(), encode({1: 2, 2: credential, 3: key_id})
        e = secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        h = ck = H(b"Noise_NNpsk0_25519_ChaChaPoly_SHA256")
        h = H(h, preface)
        ck, t, k = kdf(ck, psk, 3)
        h = H(H(h, t), e)
        ck, k = kdf(ck, e, 2)
        c = ChaCha20Poly1305(k).encrypt(nonce(0), encode(hello), h)
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
