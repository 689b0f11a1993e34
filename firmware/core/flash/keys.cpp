#include "keys.h"

namespace mooring {

namespace {

// The record: the id of the registration key, then each device key with its id and whether it was accepted.
constexpr uint32_t KEY_BYTES = 16 + 32 + 1;
constexpr uint32_t MAX_BYTES = 16 + Keys::SLOTS * KEY_BYTES;

} // namespace

void Keys::open(const KeyId &registration) {
	uint8_t record[MAX_BYTES];
	registration_ = registration;
	count_ = 0;
	store_.open();
	const uint32_t size = store_.size();
	if (size < registration.size() || (size - registration.size()) % KEY_BYTES != 0) return;
	if (!store_.load(record, sizeof record) || memcmp(record, registration.data(), registration.size()) != 0) return;
	for (const uint8_t *at = record + registration.size(); at < record + size; at += KEY_BYTES) {
		DeviceKey &key = keys_[count_++];
		memcpy(key.id.data(), at, key.id.size());
		memcpy(key.key.data(), at + key.id.size(), key.key.size());
		key.accepted = at[KEY_BYTES - 1] == 1;
	}
	wipe(record, sizeof record);
}

bool Keys::any_accepted() const {
	for (size_t i = 0; i < count_; i++)
		if (keys_[i].accepted) return true;
	return false;
}

bool Keys::add(const KeyId &id, const Key &key) {
	const DeviceKey before[SLOTS] = {keys_[0], keys_[1]};
	const size_t count = count_;
	count_ = 1;
	for (size_t i = 0; i < count; i++) {
		if (!before[i].accepted) continue;
		keys_[1] = before[i];
		count_ = 2;
	}
	keys_[0] = {id, key, false};
	if (save()) return true;
	keys_[0] = before[0];
	keys_[1] = before[1];
	count_ = count;
	return false;
}

bool Keys::accept(const KeyId &id) {
	for (size_t i = 0; i < count_; i++) {
		if (keys_[i].id != id) continue;
		if (keys_[i].accepted) return true;
		keys_[i].accepted = true;
		count_ = i + 1;
		return save();
	}
	return true;
}

bool Keys::save() {
	uint8_t record[MAX_BYTES];
	uint8_t *to = record;
	memcpy(to, registration_.data(), registration_.size());
	to += registration_.size();
	for (size_t i = 0; i < count_; i++, to += KEY_BYTES) {
		memcpy(to, keys_[i].id.data(), keys_[i].id.size());
		memcpy(to + keys_[i].id.size(), keys_[i].key.data(), keys_[i].key.size());
		to[KEY_BYTES - 1] = keys_[i].accepted ? 1 : 0;
	}
	const bool saved = store_.save({record, static_cast<size_t>(to - record)});
	wipe(record, sizeof record);
	return saved;
}

} // namespace mooring
