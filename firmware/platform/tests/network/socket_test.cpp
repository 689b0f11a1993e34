#include "../../esp32/socket.h"
#include "../../esp8266/socket.h"

#include "../../../core/tests/test.h"
#include "stack.h"

// The sockets of both chips, on the real lwIP: the ESP8266's uses its raw functions, the ESP32's its sockets.

namespace mooring::test {

namespace {

Bytes words(const char *text) { return {reinterpret_cast<const uint8_t *>(text), strlen(text)}; }

/** On an ESP8266 lwIP runs only between two steps of the loop. */
struct Esp8266 {
	using Socket = esp8266::Socket;
	using Step = Stack::Held;
	static bool has_news(Socket &socket) { return socket.takes_news(); }
};

/** On an ESP32 lwIP runs in a thread of its own. */
struct Esp32 {
	using Socket = esp32::Socket;
	struct Step {
		Step() {}
		~Step() {}
	};
	static bool has_news(Socket &socket) { return socket.has_news(); }
};

template<typename Chip>
struct Board {
	typename Chip::Socket socket;

	~Board() { close(); }
	bool connect(const char *host, uint16_t port) {
		const typename Chip::Step step;
		return socket.connect(host, port);
	}
	Tcp state() {
		const typename Chip::Step step;
		return socket.state();
	}
	int send(Bytes bytes) {
		const typename Chip::Step step;
		return socket.send(bytes.data, bytes.size);
	}
	int receive(uint8_t *out, size_t room) {
		const typename Chip::Step step;
		return socket.receive(out, room);
	}
	void close() {
		const typename Chip::Step step;
		socket.close();
	}
	bool has_news() {
		const typename Chip::Step step;
		return Chip::has_news(socket);
	}
	bool comes_to(Tcp wanted) {
		return happens([&] { return state() == wanted; });
	}
	/** Waits until something comes, or the end. */
	int waits_for(uint8_t *out, size_t room) {
		int size = 0;
		happens([&] { return (size = receive(out, room)) != 0; });
		return size;
	}
};

/** A board and its peer, connected. */
template<typename Chip>
struct Connected {
	Peer peer;
	Board<Chip> board;

	Connected() {
		CHECK(board.connect(Stack::HOST, peer.port()));
		CHECK(peer.accept());
		CHECK(board.comes_to(Tcp::Open));
	}
};

template<typename Chip>
void bytes_go_both_ways() {
	Stack::the();
	Connected<Chip> both;
	uint8_t read[16];
	CHECK_EQUAL(both.board.receive(read, sizeof read), 0);
	CHECK_EQUAL(both.board.send(words("toggle")), 6);
	CHECK_EQUAL(both.peer.receive(read, sizeof read), 6);
	CHECK(memcmp(read, "toggle", 6) == 0);
	both.board.has_news();
	CHECK(both.peer.send(words("done")));
	CHECK(happens([&] { return both.board.has_news(); }));
	CHECK_EQUAL(both.board.waits_for(read, 3), 3);
	CHECK_EQUAL(both.board.waits_for(read + 3, sizeof read - 3), 1);
	CHECK(memcmp(read, "done", 4) == 0);
}

template<typename Chip>
void nobody_listens() {
	Stack::the();
	Peer peer;
	peer.stop_listening();
	Board<Chip> board;
	CHECK(board.connect(Stack::HOST, peer.port()));
	CHECK(board.comes_to(Tcp::Closed));
	uint8_t byte = 0;
	CHECK_EQUAL(board.send({&byte, 1}), -1);
	CHECK_EQUAL(board.receive(&byte, 1), -1);
}

template<typename Chip>
void more_than_fits() {
	constexpr size_t BYTES = 300'000;
	static uint8_t sent[BYTES], heard[BYTES];
	Random random(11);
	random.fill(sent, BYTES);
	Stack::the();
	Connected<Chip> both;
	size_t taken = 0;
	int size;
	while ((size = both.board.send({sent + taken, BYTES - taken})) > 0) taken += static_cast<size_t>(size);
	// Nobody reads: the socket takes no more, but the connection stays open.
	CHECK_EQUAL(size, 0);
	CHECK(taken > 0 && taken < BYTES);
	CHECK(both.board.state() == Tcp::Open);
	for (size_t got = 0; got < BYTES;) {
		const int more = both.peer.receive(heard + got, BYTES - got);
		if (more <= 0) break;
		got += static_cast<size_t>(more);
		while (taken < BYTES && (size = both.board.send({sent + taken, BYTES - taken})) > 0)
			taken += static_cast<size_t>(size);
	}
	CHECK_EQUAL(taken, BYTES);
	CHECK(memcmp(sent, heard, BYTES) == 0);
}

/** Many times what the board has room for at once: it must keep telling its peer that there is room again. */
template<typename Chip>
void a_long_message_in_odd_pieces() {
	constexpr size_t PART_BYTES = 20'000, PARTS = 20;
	static uint8_t sent[PART_BYTES], heard[PART_BYTES];
	Random random(12);
	Stack::the();
	Connected<Chip> both;
	for (size_t part = 0; part < PARTS; part++) {
		random.fill(sent, PART_BYTES);
		CHECK(both.peer.send({sent, PART_BYTES}));
		size_t got = 0;
		while (got < PART_BYTES) {
			const size_t room = 1 + random.below(700), rest = PART_BYTES - got;
			const int size = both.board.waits_for(heard + got, room < rest ? room : rest);
			if (size <= 0) break;
			got += static_cast<size_t>(size);
		}
		CHECK_EQUAL(got, PART_BYTES);
		CHECK(memcmp(sent, heard, PART_BYTES) == 0);
		if (got != PART_BYTES) return;
	}
}

template<typename Chip>
void the_peer_ends() {
	Stack::the();
	Connected<Chip> both;
	CHECK(both.peer.send(words("bye")));
	both.peer.close();
	uint8_t read[16];
	CHECK_EQUAL(both.board.waits_for(read, sizeof read), 3);
	CHECK(happens([&] { return both.board.has_news(); }));
	CHECK_EQUAL(both.board.waits_for(read, sizeof read), -1);
	CHECK_EQUAL(both.board.receive(read, sizeof read), -1);
}

template<typename Chip>
void the_peer_resets() {
	Stack::the();
	Connected<Chip> both;
	CHECK_EQUAL(both.board.send(words("x")), 1);
	both.peer.reset();
	uint8_t read[16];
	CHECK_EQUAL(both.board.waits_for(read, sizeof read), -1);
	CHECK_EQUAL(both.board.send(words("x")), -1);
}

template<typename Chip>
void closed_with_bytes_unread() {
	Stack::the();
	Connected<Chip> both;
	both.board.has_news();
	CHECK(both.peer.send(words("nobody reads this")));
	CHECK(happens([&] { return both.board.has_news(); }));
	CHECK_EQUAL(both.board.send(words("last words")), 10);
	both.board.close();
	CHECK_EQUAL(both.board.receive(nullptr, 0), -1);
	uint8_t read[16];
	CHECK_EQUAL(both.peer.receive(read, sizeof read), 10);
	CHECK_EQUAL(both.peer.receive(read, sizeof read), 0);
}

template<typename Chip>
void one_after_the_other() {
	Stack::the();
	Peer peer;
	Board<Chip> board;
	for (uint8_t turn = 0; turn < 5; turn++) {
		CHECK(board.connect(Stack::HOST, peer.port()));
		CHECK(peer.accept());
		CHECK(board.comes_to(Tcp::Open));
		CHECK_EQUAL(board.send({&turn, 1}), 1);
		uint8_t read = 0xff;
		CHECK_EQUAL(peer.receive(&read, 1), 1);
		CHECK_EQUAL(read, turn);
		if (turn % 2 == 0) board.close();
		peer.close();
	}
}

template<typename Chip>
void by_name() {
	Stack &stack = Stack::the();
	Peer peer;
	Board<Chip> board;
	CHECK(board.connect("hub.lan", peer.port()));
	CHECK(happens([&] { return strcmp(stack.asked_for(), "hub.lan") == 0; }));
	CHECK(board.state() == Tcp::Connecting);
	stack.answer(Stack::HOST);
	CHECK(board.comes_to(Tcp::Open));
	CHECK(peer.accept());
	peer.close();
	board.close();
	stack.knows(Stack::HOST);
	CHECK(board.connect("hub.lan", peer.port()));
	CHECK(board.comes_to(Tcp::Open));
	CHECK(peer.accept());
}

template<typename Chip>
void by_a_name_that_nobody_has() {
	Stack &stack = Stack::the();
	Board<Chip> board;
	CHECK(board.connect("nobody.lan", 8080));
	CHECK(happens([&] { return stack.asked_for()[0] != '\0'; }));
	stack.answer(nullptr);
	CHECK(happens([&] { return board.has_news(); }));
	CHECK(board.comes_to(Tcp::Closed));
}

template<typename Chip>
void an_answer_that_comes_too_late() {
	Stack &stack = Stack::the();
	Peer peer;
	Board<Chip> board;
	CHECK(board.connect("old.lan", peer.port()));
	CHECK(happens([&] { return stack.asked_for()[0] != '\0'; }));
	board.close();
	stack.answer(Stack::HOST);
	CHECK(board.comes_to(Tcp::Closed));
	CHECK(board.connect(Stack::HOST, peer.port()));
	CHECK(peer.accept());
	CHECK(board.comes_to(Tcp::Open));
}

} // namespace

#define ON_BOTH(name, body)                                                                                            \
	TEST(Esp8266Socket, name) { body<Esp8266>(); }                                                                     \
	TEST(Esp32Socket, name) { body<Esp32>(); }

ON_BOTH(BytesGoBothWays, bytes_go_both_ways)
ON_BOTH(WhereNobodyListens_ItIsClosed, nobody_listens)
ON_BOTH(MoreThanFits_IsTakenInParts, more_than_fits)
ON_BOTH(LongMessage_ComesInOddPieces, a_long_message_in_odd_pieces)
ON_BOTH(PeerThatEnds_IsHeardToItsEnd, the_peer_ends)
ON_BOTH(PeerThatResets_IsGone, the_peer_resets)
ON_BOTH(ClosedWithBytesUnread_WhatWasSaidArrives, closed_with_bytes_unread)
ON_BOTH(OneConnectionAfterTheOther, one_after_the_other)
ON_BOTH(ByName, by_name)
ON_BOTH(ByANameThatNobodyHas_ItIsClosed, by_a_name_that_nobody_has)
ON_BOTH(AnswerThatComesTooLate_IsNoConnection, an_answer_that_comes_too_late)

} // namespace mooring::test
