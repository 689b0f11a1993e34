#pragma once

#include <string>

#include "../../core/flash/layout.h"

namespace mooring::posix {

constexpr uint32_t IMAGE_BYTES = 0x100000;

/**
 * A board's flash in a file, whose first sector holds the MAC and the boot loader's record. It refuses what flash
 * refuses: only an erase sets bits. What is written survives the process, but not a power loss of the machine: nothing
 * is synced.
 */
class FlashFile {
public:
	~FlashFile();

	/** Opens the file, or makes a fresh one with this MAC. If that fails, answers a sentence for people. */
	std::string open(const char *path, const uint8_t mac[6]);
	const uint8_t *mac() const { return mac_; }
	/** Flashes a config file, unless it is there already. If that fails, answers a sentence for people. */
	std::string put_config(const char *path);

	/** Room for the boot loader's record. */
	static constexpr uint32_t BOOT_BYTES = 128;
	bool read_boot(void *out, uint32_t size) const;
	bool write_boot(const void *from, uint32_t size);

	uint32_t size(Region region) const;
	bool read(Region region, uint32_t offset, uint8_t *out, uint32_t size) const;
	bool erase(Region region, uint32_t sector_offset);
	bool write(Region region, uint32_t offset, const uint8_t *from, uint32_t size);

	/** Loses power in the `operation`th erase or write from now on (from 1), when `percent` of it is done. */
	void lose_power(uint32_t operation, uint32_t percent);

private:
	/** Whether power is lost in this operation. */
	bool loses_power();
	bool is_within(Region region, uint32_t offset, uint32_t size) const;

	int file_ = -1;
	uint8_t mac_[6]{};
	/** operations until the power is lost, 0 for never */
	uint32_t left_ = 0;
	uint32_t percent_ = 0;
};

} // namespace mooring::posix
