#pragma once

#include "../hal.h"
#include "noise.h"
#include "websocket.h"

namespace mooring {

/** The longest plaintext of a transport frame. */
constexpr size_t MAX_MESSAGE_BYTES = MAX_FRAME_BYTES - TAG_BYTES;

/** A key to open a link with. */
struct Candidate {
	wire::Credential credential;
	KeyId id;
	Key key;
};

/** One link from beginning to end: TCP, upgrade, preface, handshake, then messages in both directions. */
class Link {
public:
	/** Whoever does not finish the handshake in this time is not a hub. */
	static constexpr uint64_t HANDSHAKE_TIMEOUT_MS = 12'000;

	enum class Event : uint8_t {
		/** nothing more for now */
		None,
		/** the hub waits for the preface: greet() */
		Opened,
		/** the hub knows the key of this board: welcome() */
		Welcomed,
		/** a message of the hub, decrypted: message() */
		Message,
		/** the link has ended: code(), words() */
		Closed,
	};

	Link(const Hal &hal, const Crypto &crypto) : hal_(hal), crypto_(crypto), handshake_(crypto) {}

	/** `reach_ms`: how long TCP may take to reach the hub. */
	void open(uint64_t now, const char *host, uint16_t port, uint64_t reach_ms);
	void greet(const Candidate &candidate, const wire::Hello &hello);
	/** Call it until it answers None. */
	Event poll(uint64_t now);
	/** Encrypts and sends; does nothing if the link is not up. */
	void send(const wire::FromDevice &message);
	/** Closes on purpose; Event::Closed follows. `words` must outlive the link. */
	void end(uint64_t now, const char *words);
	/** Ends the link without a close frame; no event follows. */
	void abandon();

	bool is_idle() const { return state_ == State::Idle; }
	bool is_up() const { return state_ == State::Up; }
	bool has_unsent() const { return out_size_ > 0; }
	/** The connection is broken; the next poll() reports it. */
	bool is_broken() const { return broken_; }
	const wire::Welcome &welcome() const { return welcome_; }
	Bytes message() const { return message_; }
	/** A close code, WS_BROKEN if the connection broke, or an HTTP status if the hub did not open a WebSocket. */
	uint16_t code() const { return code_; }
	/** The reason as far as it is known, for the log. */
	const char *words() const { return words_; }
	/** When poll() has something to do even if nothing comes. */
	uint64_t next_due() const;

private:
	/** The longest frame that a board sends: a message, or a Hello in the handshake. */
	static constexpr size_t OUT_FRAME_BYTES =
		WS_HEADER_BYTES + (mooring_v2_Hello_size + HANDSHAKE_OVERHEAD > mooring_v2_FromDevice_size + TAG_BYTES
							   ? mooring_v2_Hello_size + HANDSHAKE_OVERHEAD
							   : mooring_v2_FromDevice_size + TAG_BYTES);
	/**
	 * What has not been sent yet, and one frame behind it. A full board reports all its states at once, 2,300 bytes at
	 * the start of a session; the least that a chip's TCP takes of them without an answer is 1,072.
	 */
	static constexpr size_t OUT_BYTES = 1792;
	/** How much is read from TCP at a time. */
	static constexpr size_t IN_BYTES = 256;
	static constexpr size_t WORDS_BYTES = MAX_CONTROL_BYTES;

	enum class State : uint8_t { Idle, Connecting, Upgrading, Greeting, Up, Ending };

	void begin_upgrade();
	Event receive(uint64_t now);
	Event take(uint64_t now, WebSocketReader::Event event);
	Event take_message(uint64_t now);
	Event take_message_2(uint64_t now);
	void ask_for_life(uint64_t now);
	uint8_t *frame_room();
	void queue_frame(Opcode opcode, Bytes payload);
	bool flush();
	Event closed(uint16_t code, Bytes words);
	Event closed(uint16_t code, const char *words);

	const Hal &hal_;
	const Crypto &crypto_;
	Initiator handshake_;
	Transport transport_{};
	WebSocketReader reader_;
	State state_ = State::Idle;
	wire::Welcome welcome_{};
	Bytes message_ = {nullptr, 0};
	uint16_t code_ = 0;
	char words_[WORDS_BYTES] = "";
	const char *ending_words_ = "";
	const char *host_ = "";
	uint16_t port_ = 0;
	/** for TCP to connect, then for the handshake, or for the answer to a close frame */
	uint64_t deadline_ = 0, handshake_deadline_ = 0;
	uint64_t next_ping_ = 0;
	bool alive_ = false;
	/** something could not be sent */
	bool broken_ = false;
	Bytes unread_ = {nullptr, 0};
	size_t out_size_ = 0;
	uint8_t in_[IN_BYTES];
	uint8_t out_[OUT_BYTES];
};

} // namespace mooring
