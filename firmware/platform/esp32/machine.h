#pragma once

#include "../sensors/drivers.h"
#include "open_drain.h"
#include "radio.h"
#include "socket.h"

namespace mooring::esp32 {

/** The log's port: a UART, or the chip's own USB socket. */
void begin_serial();
/** Before a restart: sends the last lines. */
void end_serial();

/** The chip's HAL. */
class Machine {
public:
	Hal hal();
	void step() { radio_.step(); }
	/** Whether something came that the board should look at now. */
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
	/** pins of relays, inputs and sensors: the light must not drive one of them */
	uint64_t used_ = 0;
	bool restart_ = false;
	bool go_back_ = false;
	bool knows_time_ = false;
	/** Unix ms at monotonic 0 */
	int64_t unix_at_zero_ = 0;
};

} // namespace mooring::esp32
