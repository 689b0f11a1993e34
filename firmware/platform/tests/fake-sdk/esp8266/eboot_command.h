#pragma once

#include <cstdint>

enum action_t : uint32_t { ACTION_COPY_RAW = 1 };

struct eboot_command {
	uint32_t magic;
	action_t action;
	uint32_t args[29];
	uint32_t crc32;
};

/** What the boot loader finds at the next start. */
inline eboot_command next_start = {};

inline void eboot_command_write(eboot_command *command) { next_start = *command; }
