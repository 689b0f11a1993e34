#pragma once

#include "../hal.h"

/**
 * The board's side of Improv over serial, version 1 (https://www.improv-wifi.com/serial/): how somebody with a cable
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
 * Finds commands in what comes over a serial port. It skips noise and damaged or incomplete packets, and finds the next
 * whole packet after them.
 */
class ImprovReader {
public:
	/** The longest command that a board understands: name and password of a Wi-Fi. */
	static constexpr size_t MAX_DATA_BYTES = 2 + 1 + 32 + 1 + 64;

	enum class Event : uint8_t {
		/** all bytes are used up */
		NeedsMore,
		/** a command: command() and data() are valid until the next call */
		Command,
		/** a packet whose sum or length is wrong, or that is too long for any command */
		Damaged,
	};

	~ImprovReader() { drop(size_); }

	/** Takes bytes from the front of `in`. Call it until it needs more. */
	Event read(Bytes *in);
	uint8_t command() const { return buffer_[DATA_AT]; }
	Bytes data() const { return {buffer_ + DATA_AT + 2, static_cast<size_t>(buffer_[DATA_AT + 1])}; }
	/** Gives up the packet that has begun; read() goes on behind its first byte. */
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
	/** length of the command that was returned last */
	size_t done_ = 0;
};

/** Name and password in a SendWifi; false if they are malformed, or no network can have them. */
bool improv_wifi(Bytes data, wire::WifiConfig *out);

/** One packet of a board, in a line of its own. */
class ImprovPacket {
public:
	explicit ImprovPacket(ImprovState state);
	explicit ImprovPacket(ImprovError error);
	/** The result of a command: add() its strings. */
	explicit ImprovPacket(ImprovCommand command);
	/** Adds a string, unless it does not fit any more. */
	void add(const char *text);
	/** The finished packet, as it goes over the line. */
	Bytes bytes();

private:
	ImprovPacket(uint8_t type, uint8_t data);

	uint8_t buffer_[MAX_SERIAL_BYTES];
	size_t size_;
};

} // namespace mooring
