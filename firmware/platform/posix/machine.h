#pragma once

#include <optional>

#include "chips.h"
#include "flash_file.h"
#include "images.h"
#include "radio.h"
#include "room.h"
#include "serial.h"
#include "socket.h"

namespace mooring::posix {

/** A machine for one board: its flash is a file, its network is the computer's, its room is made up. */
class Machine {
public:
	FlashFile flash;
	Images images{flash};
	Socket socket;
	Radio radio;
	Room room;
	Serial serial;

	/** `hub` has no host if the config file's addresses count. */
	Hal hal(const wire::HubAddress &hub, wire::BootReason reason);
	/** Does what a line asks for: "pin 4 low", "wifi home off", "power 3". Ignores other lines. */
	void obey(const std::string &line);
	/** The chip whose rules about its pins count, see rules_of(). */
	bool take_chip(const char *name);
	/** "13=low": the pin of its light, and the pin's level while it is lit. */
	bool take_light(const char *text);
	/** "3", or "3 90": the flash operation in which power is lost, and how much of it is done, in percent. */
	bool take_power(const char *text);
	/** True once after the board asked for a restart. */
	bool takes_restart();

private:
	struct Light {
		uint32_t pin;
		bool lit_high;
	};
	std::optional<Light> light_;
	/** nullptr: every pin is good for everything */
	PinRules rules_ = nullptr;
	bool restart_ = false;
	/** how far the hub's clock is ahead of this machine's, ms */
	int64_t clock_offset_ = 0;
};

} // namespace mooring::posix
