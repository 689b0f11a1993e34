#include "../link/websocket.h"
#include "test.h"

namespace mooring::test {

namespace {

using Event = WebSocketReader::Event;

/** The example of RFC 6455, 1.3. */
constexpr std::array<uint8_t, 16> NONCE = {'t', 'h', 'e', ' ', 's', 'a', 'm', 'p',
										   'l', 'e', ' ', 'n', 'o', 'n', 'c', 'e'};
constexpr char ANSWER[] =
	"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: mooring.v2\r\n\r\n";

WebSocketReader reader;

Bytes text(const char *words) { return {reinterpret_cast<const uint8_t *>(words), strlen(words)}; }

void begin() {
	char request[WS_REQUEST_BYTES];
	reader.begin(request, "hub.local", 8080, NONCE);
}

Event answer(const char *words) {
	begin();
	Bytes in = text(words);
	return reader.read(&in);
}

/** The first event of these bytes after an upgrade. */
Event after_upgrade(Bytes in) {
	CHECK(answer(ANSWER) == Event::Opened);
	return reader.read(&in);
}

template<size_t N>
Event after_upgrade(const uint8_t (&bytes)[N]) {
	return after_upgrade(Bytes{bytes, N});
}

} // namespace

TEST(WebSocket, Request_IsThatOfTheStandard) {
	char request[WS_REQUEST_BYTES];
	const size_t size = reader.begin(request, "192.168.1.5", 8080, NONCE);
	CHECK_BYTES((Bytes{reinterpret_cast<uint8_t *>(request), size}),
				text("GET /device HTTP/1.1\r\nHost: 192.168.1.5:8080\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
					 "Sec-WebSocket-Protocol: mooring.v2\r\n\r\n"));
}

TEST(WebSocket, AnswerOfTheStandard_Opens) {
	CHECK(answer(ANSWER) == Event::Opened);
	CHECK(answer("HTTP/1.1 101\r\nSEC-WEBSOCKET-PROTOCOL:mooring.v2 \r\nupgrade:\tWebSocket\r\nX: y\r\n"
				 "sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n") == Event::Opened);
}

TEST(WebSocket, AnswerByteByByte_OpensWithTheLast) {
	begin();
	for (size_t i = 0; i < sizeof ANSWER - 1; i++) {
		Bytes in = {reinterpret_cast<const uint8_t *>(ANSWER) + i, 1};
		CHECK(reader.read(&in) == (i == sizeof ANSWER - 2 ? Event::Opened : Event::NeedsMore));
	}
}

TEST(WebSocket, AnswerWithoutOnePart_IsBroken) {
	CHECK(answer("HTTP/1.1 101 X\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: mooring.v2\r\n\r\n") ==
		  Event::Broken);
	CHECK(answer("HTTP/1.1 101 X\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: mooring.v2\r\n"
				 "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOO=\r\n\r\n") == Event::Broken);
	CHECK(
		answer("HTTP/1.1 101 X\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n") ==
		Event::Broken);
	CHECK(answer("HTTP/1.1 101 X\r\nSec-WebSocket-Protocol: mooring.v2\r\n"
				 "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n") == Event::Broken);
	CHECK(answer("SSH-2.0-OpenSSH\r\n") == Event::Broken);
	CHECK(answer("HTTP/1.1 10x\r\n") == Event::Broken);
}

TEST(WebSocket, AnotherStatus_IsARefusalWithItsCode) {
	CHECK(answer("HTTP/1.1 426 Upgrade Required\r\n\r\n") == Event::Refused);
	CHECK_EQUAL(reader.code(), 426);
}

TEST(WebSocket, AnswerWithoutEnd_IsBroken) {
	begin();
	Event event = Event::NeedsMore;
	for (int i = 0; i < 5'000 && event == Event::NeedsMore; i++) {
		Bytes in = text("x");
		event = reader.read(&in);
	}
	CHECK(event == Event::Broken);
	CHECK(answer("HTTP/1.1 200 OK\r\n") == Event::NeedsMore);
	for (int i = 0; i < 100 && event != Event::NeedsMore; i++) {
		Bytes in = text("A: b\r\n");
		event = reader.read(&in);
		if (event == Event::Broken) break;
		event = Event::Opened;
	}
	CHECK(event == Event::Broken);
}

TEST(WebSocket, FramesThatNoServerMaySend_AreBroken) {
	CHECK(after_upgrade({0x82, 0x81, 1, 2, 3, 4, 5}) == Event::Broken);	   // masked
	CHECK(after_upgrade({0xc2, 0x01, 0}) == Event::Broken);				   // reserved bit
	CHECK(after_upgrade({0x83, 0x01, 0}) == Event::Broken);				   // unknown opcode
	CHECK(after_upgrade({0x80, 0x01, 0}) == Event::Broken);				   // continuation of nothing
	CHECK(after_upgrade({0x09, 0x00}) == Event::Broken);				   // a ping in parts
	CHECK(after_upgrade({0x89, 0x7e, 0x00, 0x7e}) == Event::Broken);	   // a long ping
	CHECK(after_upgrade({0x88, 0x01, 0x03}) == Event::Broken);			   // half a close code
	CHECK(after_upgrade({0x88, 0x02, 0x03, 0xed}) == Event::Broken);	   // 1005 is never sent
	CHECK(after_upgrade({0x02, 0x01, 7, 0x82, 0x01, 7}) == Event::Broken); // a message in a message
}

TEST(WebSocket, TextAndWhatIsTooLong_HaveTheirCodes) {
	CHECK(after_upgrade({0x81, 0x01, 'x'}) == Event::Broken);
	CHECK_EQUAL(reader.code(), WS_UNSUPPORTED);
	CHECK(after_upgrade({0x82, 0x7e, 0x04, 0x01}) == Event::Broken); // 1,025 bytes
	CHECK_EQUAL(reader.code(), WS_TOO_BIG);
	CHECK(after_upgrade({0x82, 0x7f, 0, 0, 0, 0, 0, 0, 0, 1}) == Event::Broken);
	CHECK_EQUAL(reader.code(), WS_TOO_BIG);
}

TEST(WebSocket, MessageOfExactlyTheLimit_IsTaken) {
	static uint8_t frame[4 + MAX_FRAME_BYTES] = {0x82, 0x7e, 0x04, 0x00};
	for (size_t i = 0; i < MAX_FRAME_BYTES; i++) frame[4 + i] = static_cast<uint8_t>(i * 7);
	CHECK(after_upgrade(frame) == Event::Message);
	CHECK_BYTES(reader.payload(), (Bytes{frame + 4, MAX_FRAME_BYTES}));
}

TEST(WebSocket, MessageInParts_WithAPingBetween_ComesWhole) {
	const uint8_t bytes[] = {0x02, 0x02, 'a', 'b', 0x89, 0x01, 'p', 0x00, 0x00, 0x80, 0x01, 'c'};
	CHECK(answer(ANSWER) == Event::Opened);
	Bytes in = {bytes, sizeof bytes};
	CHECK(reader.read(&in) == Event::Ping);
	CHECK_BYTES(reader.payload(), text("p"));
	CHECK(reader.read(&in) == Event::Message);
	CHECK_BYTES(reader.payload(), text("abc"));
	CHECK_EQUAL(in.size, 0);
}

TEST(WebSocket, EmptyFrames_AreFrames) {
	CHECK(after_upgrade({0x82, 0x00}) == Event::Message);
	CHECK_EQUAL(reader.payload().size, 0);
	CHECK(after_upgrade({0x8a, 0x00}) == Event::Pong);
	CHECK(after_upgrade({0x88, 0x00}) == Event::Close);
	CHECK_EQUAL(reader.code(), WS_NO_CODE);
}

TEST(WebSocket, CloseFrame_HasItsCodeAndReason) {
	CHECK(after_upgrade({0x88, 0x04, 0x11, 0x34, 'n', 'o'}) == Event::Close);
	CHECK_EQUAL(reader.code(), 4404);
	CHECK_BYTES(reader.payload(), text("no"));
}

TEST(WebSocket, WrittenFrame_IsMasked_ShortAndLong) {
	const uint8_t mask[4] = {0x37, 0xfa, 0x21, 0x3d};
	static uint8_t frame[WS_HEADER_BYTES + MAX_FRAME_BYTES];
	// RFC 6455, 5.7: a masked "Hello", but binary.
	const uint8_t hello[] = {0x82, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58};
	CHECK_BYTES((Bytes{frame, ws_write_frame(frame, Opcode::Binary, text("Hello"), mask)}),
				(Bytes{hello, sizeof hello}));
	for (size_t size : {size_t{125}, size_t{126}, MAX_FRAME_BYTES}) {
		memset(frame + WS_HEADER_BYTES, 0x55, size);
		const size_t length = ws_write_frame(frame, Opcode::Binary, {frame + WS_HEADER_BYTES, size}, mask);
		const size_t header = size < 126 ? 6 : 8;
		CHECK_EQUAL(length, header + size);
		for (size_t i = 0; i < size; i++) CHECK_EQUAL(frame[header + i] ^ mask[i % 4], 0x55);
	}
}

TEST(WebSocket, AnyBytes_NeverLeaveItsBounds) {
	Random random(2026);
	static uint8_t bytes[3 * MAX_FRAME_BYTES];
	for (int run = 0; run < 3'000; run++) {
		const bool opened = run % 3 != 0;
		if (opened)
			answer(ANSWER);
		else
			begin();
		random.fill(bytes, sizeof bytes);
		// Half of the runs begin with something nearly valid.
		if (run % 2 == 0) bytes[0] = static_cast<uint8_t>(0x80 | random.below(16)), bytes[1] &= 0x7f;
		for (size_t at = 0; at < sizeof bytes;) {
			const size_t size = 1 + random.below(static_cast<uint32_t>(sizeof bytes - at));
			Bytes in = {bytes + at, size};
			at += size;
			for (Event event = Event::Opened; event != Event::NeedsMore;) {
				event = reader.read(&in);
				if (event == Event::Message) CHECK(reader.payload().size <= MAX_FRAME_BYTES);
			}
			CHECK_EQUAL(in.size, 0);
		}
	}
}

} // namespace mooring::test
