#pragma once

#include "../sensors/pins.h"

namespace mooring::esp8266 {

/** GPIO0 to 15 by their registers, so that a call takes a microsecond or two at most. */
class OpenDrain final : public Pins {
public:
	void prepare(uint32_t pin) override;
	void drive_low(uint32_t pin) override;
	void let_go(uint32_t pin) override;
	bool is_high(uint32_t pin) override;
	uint32_t now_us() override;
	void wait_us(uint32_t us) override;
	void begin_undisturbed() override;
	void end_undisturbed() override;
};

} // namespace mooring::esp8266
