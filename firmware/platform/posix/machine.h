#pragma once

#include "flash_file.h"
#include "images.h"
#include "radio.h"
#include "room.h"
#include "serial.h"
#include "socket.h"

namespace mooring::posix {

/** A machine for one board: its flash a file, its network this machine's, its room made up. */
class Machine {
public:
	FlashFile flash;
	Images images{flash};
	Socket socket;
	Radio radio;
	Room room;
	Serial serial;

	/** `hub` has no host where the config file says where the hub is. */
	Hal hal(const wire::HubAddress &hub, wire::BootReason reason);
	/** What somebody does around it: "pin 4 low", "wifi home off", "power 3". Other lines are none. */
	void obey(const std::string &line);
	/** "3", or "3 90": the operation of the flash in which the power is lost, and how much of it is done, percent. */
	bool take_power(const char *text);
	/** The board asked to be started anew; once. */
	bool takes_restart();

private:
	bool restart_ = false;
	/** of the hub's clock to this machine's, ms */
	int64_t clock_offset_ = 0;
};

} // namespace mooring::posix
