#pragma once

#include "backoff.h"
#include "controls/controls.h"
#include "flash/board_file.h"
#include "flash/keys.h"
#include "light.h"
#include "link/link.h"
#include "link/mdns.h"
#include "setup/serial_setup.h"
#include "update/image_trial.h"
#include "update/update.h"
#include "wifi/wifi.h"

namespace mooring {

constexpr char FIRMWARE_VERSION[] = "0.4.0";

/**
 * A whole board: what it does by itself, how it reaches the hub, and its keys. board_hub.cpp has the messages to and
 * from the hub.
 */
class Board final : private Teller {
public:
	Board(const Hal &hal, const Crypto &crypto);

	/** Power on: sets the relays first, then looks for the hub. */
	void boot();
	/**
	 * Does what is due. Answers in how many ms it wants to be called again; sooner if something comes over the link.
	 */
	uint32_t step();
	/**
	 * When step() has something to do by itself; NEVER if it has not. For a machine that also calls step() whenever
	 * something comes: a connection opens, closes, has bytes or room for them, or a pin, the Wi-Fi or the serial port
	 * changes.
	 */
	Time next_due() const;
	/** Says goodbye and switches off. Go on calling step() until is_off(). */
	void shut_down();
	bool is_off() const { return leaving_ == Leaving::Off; }

private:
	static constexpr size_t MAX_HUBS = sizeof(wire::BoardConfig::hubs) / sizeof(wire::HubAddress);

	/** Why the board is closing its link; when the link is closed, the board is off or restarts. */
	enum class Leaving : uint8_t { Not, ForRestart, ForOlderImage, ForGood, Off };

	void tell(const wire::RelayState &state) override;
	void tell(const wire::InputState &state) override;
	void tell(const wire::SensorReading &reading) override;
	void tell(const wire::FoundSensor &found) override;
	void tell(const wire::OtaProgress &progress);

	Time now() const { return static_cast<Time>(hal_.monotonic_ms(hal_.context)); }
	const char *version() const { return hal_.firmware != nullptr ? hal_.firmware : FIRMWARE_VERSION; }
	size_t candidate_count() const;
	bool knows_hub() const;
	void know_network(const wire::Configure &configure);
	void run_wifi(Time now);
	void run_update(Time now);
	void connect(Time now);
	void run_link(Time now);
	void greet();
	void welcomed(Time now);
	void heard(Time now);
	void act(Time now);
	void set_relay(const wire::SetRelay &command, Time now);
	void provision(const wire::Provision &provision, Time now);
	void configure(const wire::Configure &configure, Time now);
	void configure_part(const wire::ConfigurePart &part, Time now);
	void finish_configure(uint32_t revision, const char *why, const wire::Configure &configure, Time now);
	void applied(uint32_t revision, const char *error);
	void pace(uint32_t beat_ms, Time now);
	void beat(Time now);
	void tell_log(Time now);
	Sign sign(Time now) const;
	void leave(Leaving how, Time now);
	void left();
	void closed(Time now);
	void wifi_lost();

	const Hal &hal_;
	Log log_;
	Keys keys_;
	Controls controls_;
	Update update_;
	ImageTrial image_trial_;
	Wifi wifi_;
	SerialSetup setup_;
	Backoff backoff_;
	Link link_;
	Light light_;

	bool provisioned_ = false;
	char name_[sizeof(wire::BoardConfig::board)] = "";
	Candidate registration_{};
	wire::HubAddress hubs_[MAX_HUBS]{};
	size_t hub_count_ = 0;
	uint8_t hub_id_[HUB_ID_BYTES]{};
	/** where mDNS has seen the hub */
	wire::HubAddress seen_{};
	/** the one that the link was opened to */
	const wire::HubAddress *hub_ = nullptr;
	uint64_t boot_id_ = 0;

	/** the key that the link was opened with */
	Candidate candidate_{};
	size_t tries_ = 0;
	/** The hub's addresses are those of the config file, then the one that mDNS saw: how many there are, which one is
	 * tried, and how many in a row led nowhere. An address that led to the hub is tried first the next time. */
	size_t places_ = 0, place_ = 0, misses_ = 0;
	/** on this link the hub has proved that it is this board's */
	bool hub_is_proven_ = false;
	bool come_back_at_once_ = false;
	Time connect_at_ = NEVER;
	Time welcomed_at_ = 0;
	Time beat_ms_ = 0;
	Time beat_at_ = NEVER;
	/** after Provisioned the hub should close the link; from here on the board does */
	Time provisioned_until_ = NEVER;
	/** the ends of what the light says for a while */
	Time here_until_ = 0, claimed_until_ = 0, updating_until_ = 0;
	/** the last answer to every key was a refusal */
	bool is_refused_ = false;
	Time next_line_at_ = 0;
	Leaving leaving_ = Leaving::Not;

	/** Only one is decoded at a time: the config file at the start, then one message of the hub after the other. */
	union {
		wire::BoardConfig file;
		wire::FromHub message;
	} decoded_;
};

/** Inline, so that chips, which poll and never call it, do not carry its code. */
inline Time Board::next_due() const {
	const Time time = now();
	const bool up = link_.is_up();
	Time due = update_.is_checking() || link_.is_broken() ? time : NEVER;
	// Lines of the log wait until everything else has been sent.
	const Time line = up && !link_.has_unsent() && log_.untold() != nullptr ? next_line_at_ : NEVER;
	if (hal_.light != nullptr)
		for (Time end : {here_until_, claimed_until_, updating_until_})
			if (end > time && end < due) due = end;
	for (Time other : {wifi_.next_due(), setup_.next_due(), image_trial_.until(), light_.next_due()})
		if (other < due) due = other;
	if (!provisioned_) return due;
	const Time link = static_cast<Time>(link_.next_due() < NEVER ? link_.next_due() : NEVER);
	for (Time other : {controls_.next_due(time), controls_.stable_at(), connect_at_, provisioned_until_, link,
					   up ? beat_at_ : NEVER, line})
		if (other < due) due = other;
	return due;
}

} // namespace mooring
