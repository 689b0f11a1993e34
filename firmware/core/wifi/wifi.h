#pragma once

#include "../flash/layout.h"
#include "../log.h"
#include "wifi_choice.h"

namespace mooring {

/**
 * A board's Wi-Fi: joins the networks that it knows, logs how that goes, and never stops trying. A network that is
 * given over the serial port is tried out first. Only if it works it is kept, and comes first from then on. It belongs
 * to the registration key of the config file, as keys and configuration do.
 */
class Wifi {
public:
	/** How long a trial may take: the person who gave the network waits, and official clients wait 30 s. */
	static constexpr Time TRIAL_MS = 20'000;
	/**
	 * A trial has failed when the radio gave up this often. Not at once, since a weak signal looks like a wrong
	 * password.
	 */
	static constexpr int TRIAL_TRIES = 2;
	/** A scan that has not ended after this time has failed. */
	static constexpr Time SCAN_MS = 12'000;

	enum class Event : uint8_t { None, Joined, Lost };
	enum class Trial : uint8_t { None, Running, Worked, Failed };

	Wifi(const Hal &hal, Log &log) : hal_(hal), log_(log), store_(hal, WIFI_SECTORS) {}

	/** Reads the network that was given earlier. Before this call try_out() takes none. */
	void open(const KeyId &registration);
	/** `place` is one of WifiChoice's. */
	void know(size_t place, const wire::WifiConfig &network) { networks_.know(place, network); }
	Event step(Time now);
	/** When step() has something to do even if the radio's state does not change. */
	Time next_due() const {
		if (!has_radio()) return NEVER;
		if (left_) return 0;
		const Time scan = scanning_ ? scan_until_ : NEVER;
		const bool waits = scanning_ && !joined_;
		const Time network = trial_ == Trial::Running ? trial_until_ : waits ? NEVER : networks_.next_due();
		return scan < network ? scan : network;
	}
	/** A machine without a radio of its own is always on the network. */
	bool is_joined() const { return joined_ || !has_radio(); }

	/**
	 * Leaves the present network to try this one. If that fails, the others are tried again. False if it cannot try.
	 */
	bool try_out(const wire::WifiConfig &network, Time now);
	/** How the latest trial went. */
	Trial trial() const { return trial_; }

	/** Listens for networks. False if it cannot now. */
	bool scan(Time now);
	/** What the scan heard, from index 0 on. NoMore ends the scan. */
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
	/** the network that the radio was told to join last */
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
