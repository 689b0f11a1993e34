#pragma once

#include "flash_file.h"
#include "room.h"
#include "socket.h"

namespace mooring::posix {

/** A machine for one board: its flash a file, its network this machine's, its room made up. */
class Machine {
public:
	FlashFile flash;
	Socket socket;
	Room room;

	/** `hub` has no host where the config file says where the hub is. */
	Hal hal(const wire::HubAddress &hub, wire::BootReason reason);
	/** The board asked to be started anew; once. */
	bool takes_restart();

private:
	bool restart_ = false;
	/** of the hub's clock to this machine's, ms */
	int64_t clock_offset_ = 0;
};

} // namespace mooring::posix
