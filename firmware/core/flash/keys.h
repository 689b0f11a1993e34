#pragma once

#include "layout.h"
#include "record_store.h"

namespace mooring {

struct DeviceKey {
	KeyId id;
	Key key;
	/** the hub has answered under it */
	bool accepted;
};

/**
 * The device keys of a board: the one in use and the one on its way. They belong to the registration key of the config
 * file: a board that is flashed with another one starts without them.
 */
class Keys {
public:
	static constexpr size_t SLOTS = 2;

	explicit Keys(const Hal &hal) : store_(hal, KEYS_SECTORS) {}

	void open(const KeyId &registration);
	size_t count() const { return count_; }
	/** Newest first. */
	const DeviceKey &operator[](size_t index) const { return keys_[index]; }
	/** Once one is, the registration key is not used any more. */
	bool any_accepted() const;
	/**
	 * Writes a new key and reads it back. It replaces a key that was never accepted, never the one in use. False if it
	 * failed; then nothing has changed.
	 */
	bool add(const KeyId &id, const Key &key);
	/**
	 * The hub has answered under this key: drops older keys, keeps a newer one on trial. False if the flash did not
	 * take it; the change then lasts until the next start.
	 */
	bool accept(const KeyId &id);

private:
	bool save();

	RecordStore store_;
	KeyId registration_{};
	DeviceKey keys_[SLOTS]{};
	size_t count_ = 0;
};

} // namespace mooring
