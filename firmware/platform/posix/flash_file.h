#pragma once

#include <string>

#include "../../core/flash/layout.h"

namespace mooring::posix {

constexpr uint32_t IMAGE_BYTES = 0x100000;

/**
 * A board's flash in a file, with a first sector of its own for the MAC and the boot loader. It refuses what flash
 * refuses: bits that are not erased are not set. What is written outlives the process, not a machine that loses its
 * power: nothing is synced.
 */
class FlashFile {
public:
	~FlashFile();

	/** Opens it, or makes a fresh one with this MAC. A sentence for people where it cannot. */
	std::string open(const char *path, const uint8_t mac[6]);
	const uint8_t *mac() const { return mac_; }
	/** Puts a config file where its flashing would, unless it is there already. A sentence for people where it cannot.
	 */
	std::string put_config(const char *path);

	/** The boot loader's place. */
	static constexpr uint32_t BOOT_BYTES = 128;
	bool read_boot(void *out, uint32_t size) const;
	bool write_boot(const void *from, uint32_t size);

	uint32_t size(Region region) const;
	bool read(Region region, uint32_t offset, uint8_t *out, uint32_t size) const;
	bool erase(Region region, uint32_t sector_offset);
	bool write(Region region, uint32_t offset, const uint8_t *from, uint32_t size);

	/** The power is lost in the `operation`th erasing or writing from now on, from 1, when so much of it is done. */
	void lose_power(uint32_t operation, uint32_t percent);

private:
	/** This operation is the one in which the power is lost. */
	bool loses_power();
	bool is_within(Region region, uint32_t offset, uint32_t size) const;

	int file_ = -1;
	uint8_t mac_[6]{};
	/** operations until the power is lost, 0 for never */
	uint32_t left_ = 0;
	uint32_t percent_ = 0;
};

} // namespace mooring::posix
