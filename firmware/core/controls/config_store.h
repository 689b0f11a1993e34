#pragma once

#include "../crypto.h"
#include "../flash/layout.h"
#include "../flash/record_store.h"

namespace mooring {

/**
 * The configuration that the hub sent last, in flash. It belongs to the registration key of the config file: a board
 * that is flashed with another one starts without it. One that comes in parts is written as it comes, and counts only
 * when all of it was found good.
 */
class ConfigStore {
public:
	/** The longest encoded configuration. A record also holds the id of the registration key. */
	static constexpr uint32_t MAX_BYTES = RecordStore::MAX_RECORD_BYTES - sizeof(KeyId);
	/** Reasons for a refusal that more than one part of the firmware gives. */
	static constexpr char NOT_WRITTEN[] = "The configuration could not be written to the flash.";
	static constexpr char INCOMPLETE[] = "A part of the configuration is missing.";
	static constexpr char TOO_LARGE[] = "It holds more than this board has room for.";

	ConfigStore(const Hal &hal, const Crypto &crypto)
		: hal_(hal), crypto_(crypto), store_(hal, CONFIGURATION_SECTORS), next_(store_) {}

	void open(const KeyId &registration);
	/** Whether there is one for this registration key. */
	bool has_any() const;
	/** False if it cannot be read, or holds more than this firmware has room for; then `out` is of no use. */
	bool load(wire::Configure *out) const { return decode(store_.offset(), store_.size(), out); }
	/** False if the flash did not take it; then the older one still counts. */
	bool save(const wire::Configure &configure);

	/**
	 * Answers nullptr, or the reason why the whole configuration is refused. It is given once: the parts that follow
	 * are passed over.
	 */
	const char *take(const wire::ConfigurePart &part);
	/** Whether all parts are there. */
	bool has_all_parts() const { return next_.size() > 0 && next_.added() == next_.size(); }
	/** Reads what came in parts. Answers nullptr, or the reason why it is refused. */
	const char *read_parts(wire::Configure *out) const;
	/** Keeps what came in parts. False if the flash did not take it; then the older one still counts. */
	bool keep_parts() { return next_.commit(); }
	void drop_parts() { next_.drop(); }
	/**
	 * What came in parts is refused for this reason, which must outlive this store. If the hub sends it again, it is
	 * refused at once, so that it does not wear the flash.
	 */
	void refuse_parts(const char *reason) { reason_ = reason; }

private:
	const char *add(const wire::ConfigurePart &part);
	bool save(const wire::Configure &configure, uint32_t size, RecordWriter::Place place);
	bool has_digest(const uint8_t sha256[32]) const;
	bool decode(uint32_t offset, uint32_t size, wire::Configure *out) const;

	const Hal &hal_;
	const Crypto &crypto_;
	RecordStore store_;
	KeyId registration_{};
	/** the one that is being written */
	RecordWriter next_;
	/** of the configuration whose parts were refused last */
	uint32_t refused_ = 0;
	/** of the configuration whose last part came last, and why it was refused; nullptr if it was not */
	Key digest_{};
	const char *reason_ = nullptr;
};

} // namespace mooring
