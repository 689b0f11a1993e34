#include "flash_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <vector>

namespace mooring::posix {

namespace {

constexpr char MAGIC[8] = {'M', 'O', 'O', 'R', 'F', 'L', 'S', 'H'};
constexpr mode_t OWNER_ONLY = 0600;
constexpr uint32_t BOOT_BEGIN = 64;
constexpr uint32_t CONFIG_BEGIN = FLASH_SECTOR_BYTES;
constexpr uint32_t STATE_BEGIN = CONFIG_BEGIN + FLASH_SECTOR_BYTES;
constexpr uint32_t IMAGE_BEGIN = STATE_BEGIN + STATE_SECTORS * FLASH_SECTOR_BYTES;
constexpr uint32_t FILE_BYTES = IMAGE_BEGIN + IMAGE_BYTES;
/** Bits of a byte that an interrupted erase has set already, and bits that an interrupted write has not cleared yet. */
constexpr uint8_t HALF_ERASED = 0x5a, HALF_WRITTEN = 0xf0;

uint32_t begin_of(Region region) {
	switch (region) {
		case Region::Config:
			return CONFIG_BEGIN;
		case Region::State:
			return STATE_BEGIN;
		case Region::Image:
			break;
	}
	return IMAGE_BEGIN;
}

bool read_at(int file, uint32_t offset, void *out, size_t size) {
	return pread(file, out, size, static_cast<off_t>(offset)) == static_cast<ssize_t>(size);
}

bool write_at(int file, uint32_t offset, const void *from, size_t size) {
	return pwrite(file, from, size, static_cast<off_t>(offset)) == static_cast<ssize_t>(size);
}

std::string cannot(const char *path, const char *what) {
	return std::string(path) + " cannot be " + what + " (" + strerror(errno) + ").";
}

/** Makes a fresh flash under a temporary name and renames it, so that it is whole or not there. */
std::string make(const char *path, const uint8_t mac[6]) {
	std::vector<uint8_t> blank(FILE_BYTES, 0xff);
	memcpy(blank.data(), MAGIC, sizeof MAGIC);
	memcpy(blank.data() + sizeof MAGIC, mac, 6);
	const std::string temporary = std::string(path) + ".new";
	const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, OWNER_ONLY);
	const bool made = file >= 0 && write_at(file, 0, blank.data(), blank.size());
	if (file >= 0) close(file);
	return made && rename(temporary.c_str(), path) == 0 ? "" : cannot(path, "made");
}

} // namespace

FlashFile::~FlashFile() {
	if (file_ >= 0) close(file_);
}

std::string FlashFile::open(const char *path, const uint8_t mac[6]) {
	if (access(path, F_OK) != 0) {
		const std::string failure = make(path, mac);
		if (!failure.empty()) return failure;
	}
	file_ = ::open(path, O_RDWR | O_CLOEXEC);
	if (file_ < 0) return cannot(path, "opened");
	char magic[sizeof MAGIC];
	const bool whole = lseek(file_, 0, SEEK_END) == FILE_BYTES && read_at(file_, 0, magic, sizeof magic) &&
					   read_at(file_, sizeof magic, mac_, sizeof mac_);
	return whole && memcmp(magic, MAGIC, sizeof MAGIC) == 0 ? "" : std::string(path) + " is no flash of a board.";
}

std::string FlashFile::put_config(const char *path) {
	std::vector<uint8_t> wanted(FLASH_SECTOR_BYTES, 0xff), there(FLASH_SECTOR_BYTES);
	const int config = ::open(path, O_RDONLY | O_CLOEXEC);
	if (config < 0) return cannot(path, "opened");
	const ssize_t size = ::read(config, wanted.data(), wanted.size());
	char more;
	const bool too_long = ::read(config, &more, 1) > 0;
	close(config);
	if (size < 0) return cannot(path, "read");
	if (too_long) return std::string(path) + " is longer than a config file can be.";
	if (!read(Region::Config, 0, there.data(), FLASH_SECTOR_BYTES)) return cannot(path, "compared");
	if (there == wanted) return "";
	const bool put = erase(Region::Config, 0) && write(Region::Config, 0, wanted.data(), FLASH_SECTOR_BYTES);
	return put ? "" : cannot(path, "written to the flash");
}

bool FlashFile::read_boot(void *out, uint32_t size) const { return read_at(file_, BOOT_BEGIN, out, size); }

bool FlashFile::write_boot(const void *from, uint32_t size) { return write_at(file_, BOOT_BEGIN, from, size); }

uint32_t FlashFile::size(Region region) const {
	switch (region) {
		case Region::Config:
			return FLASH_SECTOR_BYTES;
		case Region::State:
			return STATE_SECTORS * FLASH_SECTOR_BYTES;
		case Region::Image:
			break;
	}
	return IMAGE_BYTES;
}

bool FlashFile::is_within(Region region, uint32_t offset, uint32_t length) const {
	return length <= size(region) && offset <= size(region) - length;
}

bool FlashFile::read(Region region, uint32_t offset, uint8_t *out, uint32_t length) const {
	return is_within(region, offset, length) && read_at(file_, begin_of(region) + offset, out, length);
}

bool FlashFile::erase(Region region, uint32_t sector_offset) {
	if (sector_offset % FLASH_SECTOR_BYTES != 0 || !is_within(region, sector_offset, FLASH_SECTOR_BYTES)) return false;
	uint8_t sector[FLASH_SECTOR_BYTES];
	const bool lost = loses_power();
	if (lost && !read(region, sector_offset, sector, sizeof sector)) return false;
	// Bits are set in no particular order: an unfinished erase has set some.
	const uint32_t done = FLASH_SECTOR_BYTES * (lost ? percent_ : 100) / 100;
	for (uint32_t i = 0; i < done; i++) sector[i] = static_cast<uint8_t>(lost ? sector[i] | HALF_ERASED : 0xff);
	const bool erased = write_at(file_, begin_of(region) + sector_offset, sector, sizeof sector);
	if (lost) raise(SIGKILL);
	return erased;
}

bool FlashFile::write(Region region, uint32_t offset, const uint8_t *from, uint32_t length) {
	if (offset % FLASH_WORD_BYTES != 0 || length % FLASH_WORD_BYTES != 0) return false;
	std::vector<uint8_t> there(length);
	if (!read(region, offset, there.data(), length)) return false;
	for (uint32_t i = 0; i < length; i++)
		if ((there[i] & from[i]) != from[i]) return false;
	if (!loses_power()) return write_at(file_, begin_of(region) + offset, from, length);
	const uint32_t done = length * percent_ / 100;
	memcpy(there.data(), from, done);
	// The byte that was being written has lost some of its bits.
	if (done > 0 && done < length) there[done] = static_cast<uint8_t>(there[done] & (from[done] | HALF_WRITTEN));
	write_at(file_, begin_of(region) + offset, there.data(), length);
	raise(SIGKILL);
	return false;
}

void FlashFile::lose_power(uint32_t operation, uint32_t percent) {
	left_ = operation;
	percent_ = percent < 100 ? percent : 100;
}

bool FlashFile::loses_power() { return left_ > 0 && --left_ == 0; }

} // namespace mooring::posix
