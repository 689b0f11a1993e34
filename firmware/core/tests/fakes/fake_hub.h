#pragma once

#include "../../flash/keys.h"
#include "../../link/link.h"
#include "../test.h"
#include "responder.h"

namespace mooring::test {

/**
 * A hub for one board, and the network between them, which can be cut after any number of bytes. The hub claims,
 * changes keys and commits as protocol/README.md says.
 */
class FakeHub {
public:
	static constexpr int NEVER_CUT = -1;
	static constexpr size_t MOST_HEARD = 64;
	static constexpr size_t BUFFER_BYTES = 8192;

	explicit FakeHub(const Crypto &crypto) : crypto_(crypto), responder_(crypto) {}

	/** Makes the pending device. */
	void expect_board(const KeyId &id, const Key &key);
	/** Sends a new key at the next session. */
	void rotate() { wants_rotation_ = true; }
	/** Breaks the link once, after this many bytes of both directions together. */
	void cut_after(int bytes) { left_ = bytes; }
	bool was_cut() const { return was_cut_; }
	bool is_claimed() const { return claimed_; }
	/** Whether the board has come back under the key it got last. */
	bool is_settled() const { return claimed_ && !has_next_ && proven_; }
	void send(const wire::FromHub &message);
	/** Sends raw bytes in the middle of a session. */
	void send_raw(Bytes bytes) { put(bytes); }
	void forget_device() { forgets_ = true; }

	bool reachable = true;
	/** How many bytes the network takes before the hub has worked them off. */
	size_t window = BUFFER_BYTES;
	/** Takes what comes and answers nothing. */
	bool silent = false;
	int connects = 0, sessions = 0, refusals = 0;
	wire::Hello hello;
	wire::FromDevice heard[MOST_HEARD];
	size_t heard_count = 0;

	bool connect();
	/** Whether bytes are on their way to the board. */
	bool has_output() const { return out_size_ > 0; }
	Tcp state() const { return connected_ ? Tcp::Open : Tcp::Closed; }
	int take(const uint8_t *from, size_t size);
	int give(uint8_t *out, size_t room);
	void close();
	/** Handles what has come from the board. Not part of the board's step, so that its time is not measured with it. */
	void work();

private:
	struct Known {
		KeyId id;
		Key key;
		bool is_known;
	};

	void put(Bytes bytes);
	void put_frame(Opcode opcode, const uint8_t *payload, size_t size);
	void close_with(uint16_t code, const char *reason);
	bool take_request();
	bool take_frame();
	void take_binary(uint8_t *payload, size_t size);
	void take_preface(Bytes preface);
	void take_message_1(uint8_t *message, size_t size);
	void take_transport(uint8_t *frame, size_t size);
	void take_first_beat();
	void provisioned(const wire::FromDevice &message);
	void provision();
	bool passes();

	const Crypto &crypto_;
	Responder responder_;
	Random random_{99};
	Transport transport_;
	enum class Step { Upgrade, Preface, Message1, Proof, Session, Closed } step_ = Step::Closed;
	bool connected_ = false;
	int left_ = NEVER_CUT;
	bool was_cut_ = false;
	uint8_t in_[BUFFER_BYTES], out_[BUFFER_BYTES];
	size_t in_size_ = 0, out_size_ = 0;

	Known registration_{}, device_{}, next_{};
	bool claimed_ = false, has_next_ = false, wants_rotation_ = false, proven_ = false, forgets_ = false;
	/** the key of this session */
	const Known *used_ = nullptr;
};

} // namespace mooring::test
