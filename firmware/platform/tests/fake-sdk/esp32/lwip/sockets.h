#pragma once

#include <sys/select.h>

#include_next <lwip/sockets.h>

/** ESP-IDF's lwIP has select(), Debian's has poll() instead. */
inline int lwip_select(int count, fd_set *readable, fd_set *writable, fd_set *, timeval *) {
	int ready = 0;
	for (int file = 0; file < count; file++) {
		const bool to_read = readable != nullptr && FD_ISSET(file, readable);
		const bool to_write = writable != nullptr && FD_ISSET(file, writable);
		if (!to_read && !to_write) continue;
		pollfd one = {file, static_cast<short>((to_read ? POLLIN : 0) | (to_write ? POLLOUT : 0)), 0};
		if (lwip_poll(&one, 1, 0) > 0) ready++;
	}
	return ready;
}
