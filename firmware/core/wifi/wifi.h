#pragma once

#include "../flash/layout.h"
#include "../log.h"
#include "wifi_choice.h"

namespace mooring {

/**
 * A board's Wi-Fi: joins the networks that it knows, tells its log how that goes, and comes back for ever. One that is
 * given over the serial port is tried out before it counts: only where it works it is kept, and comes first from then
 * on. It belongs to the registration key of the config file, as keys and configuration do.
 */
class Wifi {
public:
	/** How long a network may take that is tried out: who gave it waits for the answer, official clients 30 s. */
	static constexpr Time TRIAL_MS = 20'000;
	/** One that is tried out has failed when the radio gave up on it this often: a weak signal looks like a wrong
	 * password. */
	static constexpr int TRIAL_TRIES = 2;
	/** A radio that has not heard all after this time hears nothing. */
	static constexpr Time SCAN_MS = 12'000;

	enum class Event : uint8_t { None, Joined, Lost };
	enum class Trial : uint8_t { None, Running, Worked, Failed };

	Wifi(const Hal &hal, Log &log) : hal_(hal), log_(log), store_(hal, WIFI_SECTORS) {}

	/** Reads the network that was given; without this none is taken. */
	void open(const KeyId &registration);
	/** At one of the places of WifiChoice. */
	void know(size_t place, const wire::WifiConfig &network) { networks_.know(place, network); }
	Event step(Time now);
	/** When step() has something to do though the radio says nothing new. */
	Time next_due() const {
		if (!has_radio()) return NEVER;
		if (left_) return 0;
		const Time scan = scanning_ ? scan_until_ : NEVER;
		const bool waits = scanning_ && !joined_;
		const Time network = trial_ == Trial::Running ? trial_until_ : waits ? NEVER : networks_.next_due();
		return scan < network ? scan : network;
	}
	/** A machine without a radio of its own is always there. */
	bool is_joined() const { return joined_ || !has_radio(); }

	/** Leaves where it is to try this one; where that does not work, the others go on. False where it cannot. */
	bool try_out(const wire::WifiConfig &network, Time now);
	/** Of the network that was given last in this life. */
	Trial trial() const { return trial_; }

	/** Listens for networks. False where it cannot now. */
	bool scan(Time now);
	/** What the scan heard, from index 0 on; who asks no further ends it. */
	Heard heard(size_t index, HeardNetwork *out);

private:
	static constexpr size_t RECORD_BYTES = sizeof(KeyId) + mooring_v2_WifiConfig_size;

	bool has_radio() const { return hal_.wifi_join != nullptr; }
	void join(const wire::WifiConfig &network);
	bool tries_again(WifiState radio);
	void step_trial(WifiState radio, Time now);
	void keep();
	void end_scan();
	void tell(WifiState radio);

	const Hal &hal_;
	Log &log_;
	RecordStore store_;
	WifiChoice networks_;
	KeyId registration_{};
	bool open_ = false;
	/** that the radio was told to join last */
	const wire::WifiConfig *asked_ = nullptr;
	WifiState radio_ = WifiState::Away;
	bool joined_ = false, left_ = false;
	Trial trial_ = Trial::None;
	wire::WifiConfig given_{};
	int tries_ = 0;
	Time trial_until_ = 0;
	bool scanning_ = false;
	Time scan_until_ = 0;
};

} // namespace mooring
