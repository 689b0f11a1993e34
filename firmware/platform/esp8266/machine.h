#pragma once

#include "../sensors/drivers.h"
#include "open_drain.h"
#include "radio.h"
#include "socket.h"

namespace mooring::esp8266 {

/** The chip's HAL. */
class Machine {
public:
	Hal hal();
	void step() { radio_.step(); }
	/** Whether something came since the last call that the board should look at now. */
	bool takes_news();
	bool wants_restart() const { return restart_; }

private:
	void use(uint32_t pin) { used_ |= 1u << pin; }

	Socket socket_;
	Radio radio_;
	OpenDrain pins_;
	Drivers drivers_{pins_};
	/** pins of relays, inputs and sensors: the light must not drive one of them */
	uint32_t used_ = 0;
	bool restart_ = false;
	bool knows_time_ = false;
	/** Unix ms at monotonic 0 */
	int64_t unix_at_zero_ = 0;
};

} // namespace mooring::esp8266
