#include "images.h"

#include <cstring>

#include "../../core/update/image_trial.h"

namespace mooring::posix {

namespace {
constexpr char MAGIC[8] = {'M', 'O', 'O', 'R', 'P', 'L', 'A', 'Y'};
} // namespace

void Images::start() {
	static_assert(sizeof record_ <= FlashFile::BOOT_BYTES);
	// A fresh flash is all ones, which is no valid state.
	if (!flash_.read_boot(&record_, sizeof record_) || record_.state > State::OnTrial) record_ = {};
	if (record_.state == State::OnTrial) go_back();
	if (record_.state != State::New) return;
	record_.state = State::OnTrial;
	save();
}

uint32_t Images::trial_ms() const {
	if (record_.state != State::OnTrial) return 0;
	return record_.running.trial_ms > 0 ? record_.running.trial_ms : ImageTrial::MS;
}

bool Images::switch_over() {
	uint8_t header[HEADER_BYTES];
	if (!flash_.read(Region::Image, 0, header, sizeof header)) return false;
	if (memcmp(header, MAGIC, sizeof MAGIC) != 0) return true; // it stays the program that it is
	record_.older = record_.running;
	record_.state = State::New;
	memcpy(record_.running.version, header + sizeof MAGIC, VERSION_BYTES);
	record_.running.version[VERSION_BYTES - 1] = '\0';
	record_.running.flags = read_le32(header + sizeof MAGIC + VERSION_BYTES);
	record_.running.trial_ms = read_le32(header + sizeof MAGIC + VERSION_BYTES + 4);
	save();
	return true;
}

void Images::keep() {
	record_.state = State::Kept;
	save();
}

void Images::go_back() {
	record_.running = record_.older;
	record_.state = State::Kept;
	save();
}

void Images::save() { flash_.write_boot(&record_, sizeof record_); }

} // namespace mooring::posix
