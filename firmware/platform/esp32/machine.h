#pragma once

#include "../sensors/drivers.h"
#include "open_drain.h"
#include "radio.h"
#include "socket.h"

namespace mooring::esp32 {

/** The port of the log: a UART, or the chip's own USB socket. */
void begin_serial();
/** Before a restart: lets the last words out. */
void end_serial();

/** The chip as the core's machine. */
class Machine {
public:
	Hal hal();
	void step() { radio_.step(); }
	/** Something came that the board should look at now. */
	bool has_news() const;
	bool wants_restart() const { return restart_; }
	/** A restart with the older image. */
	bool wants_older_image() const { return go_back_; }

private:
	void use(uint32_t pin) { used_ |= 1ull << pin; }

	Socket socket_;
	Radio radio_;
	OpenDrain pins_;
	Drivers drivers_{pins_};
	/** pins of relays, inputs and sensors: the light may hang on one of them */
	uint64_t used_ = 0;
	bool restart_ = false;
	bool go_back_ = false;
	bool knows_time_ = false;
	/** Unix ms at monotonic 0 */
	int64_t unix_at_zero_ = 0;
};

} // namespace mooring::esp32
