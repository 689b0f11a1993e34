#pragma once

#include "../hal.h"

/**
 * Improv over serial, version 1 (https://www.improv-wifi.com/serial/), a board's side of it: how somebody with a cable
 * gives a board its Wi-Fi. Packets lie between the lines of the log:
 *
 *     "IMPROV", version 1, type, length of data, data, sum of all bytes before it, LF
 *
 * The data of a command, and of its result: the command, length of the rest, the rest.
 */
namespace mooring {

enum class ImprovState : uint8_t { Authorized = 2, Provisioning = 3, Provisioned = 4 };
enum class ImprovError : uint8_t {
	None = 0,
	InvalidPacket = 1,
	UnknownCommand = 2,
	UnableToConnect = 3,
	Unknown = 0xff
};
enum class ImprovCommand : uint8_t { SendWifi = 1, RequestState = 2, RequestInfo = 3, RequestNetworks = 4 };

/**
 * Finds the commands in what comes over a serial port. Noise, half packets and damaged ones are passed over: after any
 * of them the next whole packet is found.
 */
class ImprovReader {
public:
	/** The longest command that a board understands: name and password of a Wi-Fi. */
	static constexpr size_t MAX_DATA_BYTES = 2 + 1 + 32 + 1 + 64;

	enum class Event : uint8_t {
		/** all bytes are taken */
		NeedsMore,
		/** command() and data(), until the next call */
		Command,
		/** a packet whose sum or length is wrong, or that is too long for any command */
		Damaged,
	};

	~ImprovReader() { drop(size_); }

	/** Takes bytes from the front of `in`; to be called until it needs more. */
	Event read(Bytes *in);
	uint8_t command() const { return buffer_[DATA_AT]; }
	Bytes data() const { return {buffer_ + DATA_AT + 2, static_cast<size_t>(buffer_[DATA_AT + 1])}; }
	/** The rest of the packet that has begun will not come any more; read() goes on behind its beginning. */
	void give_up();
	bool is_waiting() const { return size_ > done_; }

private:
	static constexpr size_t LENGTH_AT = 8, DATA_AT = 9;

	enum class Look : uint8_t { Noise, TooShort, Whole, Damaged };

	Look look() const;
	/** Passwords do not stay in memory. */
	void drop(size_t count);

	uint8_t buffer_[DATA_AT + MAX_DATA_BYTES + 1];
	size_t size_ = 0;
	/** of a command that was given */
	size_t done_ = 0;
};

/** Name and password that a SendWifi holds; false where it does not, or no network can have them. */
bool improv_wifi(Bytes data, wire::WifiConfig *out);

/** One packet of a board, whole, with a line of its own. */
class ImprovPacket {
public:
	explicit ImprovPacket(ImprovState state);
	explicit ImprovPacket(ImprovError error);
	/** The result of a command: add() its strings. */
	explicit ImprovPacket(ImprovCommand command);
	/** A string that does not fit any more is left out. */
	void add(const char *text);
	/** Finished, as it goes over the line. */
	Bytes bytes();

private:
	ImprovPacket(uint8_t type, uint8_t data);

	uint8_t buffer_[MAX_SERIAL_BYTES];
	size_t size_;
};

} // namespace mooring
