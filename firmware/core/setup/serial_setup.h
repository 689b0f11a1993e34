#pragma once

#include "../wifi/wifi.h"
#include "improv.h"

namespace mooring {

/** "ESP_A4CF12B3D09E": what a board is called wherever its own name is not known. */
constexpr size_t CODE_BYTES = sizeof wire::Hello::device_id;
void write_code(const Hal &hal, char out[CODE_BYTES]);

/**
 * Who has a cable to the board asks it by Improv how its Wi-Fi is, and gives it another one. Answers lie between the
 * lines of the log; what the line has no room for now is sent later, and a newer command takes the place of older
 * answers.
 */
class SerialSetup {
public:
	SerialSetup(const Hal &hal, Log &log, Wifi &wifi) : hal_(hal), log_(log), wifi_(wifi) {}

	/** `version` is the firmware's; must outlive this. */
	void begin(const char *version) { version_ = version; }
	/** Where the hub is, as far as the board knows: there the dashboard is, too. Must outlive this. */
	void hub_is(const wire::HubAddress *hub) { hub_ = hub; }
	void step(Time now);
	/** When step() has something to do though nothing comes over the line, and it has no more room than before. */
	Time next_due() const {
		const bool trial_ended = trying_ && wifi_.trial() != Wifi::Trial::Running;
		if (trial_ended || (spoken_to_ && !owes_state_ && state() != told_)) return 0;
		return reader_.is_waiting() ? heard_at_ + GAP_MS : NEVER;
	}

private:
	/** What is read at a time, and how often in one step: noise does not keep the relays waiting. */
	static constexpr size_t IN_BYTES = 64;
	static constexpr int READS_AT_ONCE = 8;
	/** Between two bytes of one packet. */
	static constexpr Time GAP_MS = 500;

	void listen(Time now);
	void obey(Time now);
	void refuse(ImprovError error);
	void watch_trial();
	void answer();
	bool send(ImprovPacket packet) const;
	bool send_result() const;
	ImprovState state() const;

	const Hal &hal_;
	Log &log_;
	Wifi &wifi_;
	const char *version_ = "";
	const wire::HubAddress *hub_ = nullptr;
	ImprovReader reader_;
	Time heard_at_ = 0;
	/** Somebody has spoken Improv since the start: changes are told from then on. */
	bool spoken_to_ = false;
	bool trying_ = false;
	ImprovState told_ = ImprovState::Authorized;

	// What is still to be told, in this order.
	bool owes_error_ = false, owes_state_ = false, owes_result_ = false;
	ImprovError error_ = ImprovError::None;
	ImprovCommand command_ = ImprovCommand::RequestState;
	/** of the networks that were heard */
	size_t next_network_ = 0;
};

} // namespace mooring
