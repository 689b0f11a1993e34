#pragma once

#include "../wifi/wifi.h"
#include "improv.h"

namespace mooring {

/** "ESP_A4CF12B3D09E": the name of a board wherever its own name is not known. */
constexpr size_t CODE_BYTES = sizeof wire::Hello::device_id;
void write_code(const Hal &hal, char out[CODE_BYTES]);

/**
 * Somebody with a cable can ask the board by Improv about its Wi-Fi, and give it another one. Answers lie between the
 * lines of the log. An answer that the port has no room for is sent later, and a newer command cancels older answers.
 */
class SerialSetup {
public:
	SerialSetup(const Hal &hal, Log &log, Wifi &wifi) : hal_(hal), log_(log), wifi_(wifi) {}

	/** `version` is the firmware's, and must outlive this object. */
	void begin(const char *version) { version_ = version; }
	/** Where the hub is, as far as the board knows; the dashboard is there too. Must outlive this object. */
	void hub_is(const wire::HubAddress *hub) { hub_ = hub; }
	void step(Time now);
	/** When step() has something to do even if nothing comes over the port and its room does not change. */
	Time next_due() const {
		const bool trial_ended = trying_ && wifi_.trial() != Wifi::Trial::Running;
		if (trial_ended || (spoken_to_ && !owes_state_ && state() != told_)) return 0;
		return reader_.is_waiting() ? heard_at_ + GAP_MS : NEVER;
	}

private:
	/** Bytes per read, and reads per step: noise must not keep the relays waiting. */
	static constexpr size_t IN_BYTES = 64;
	static constexpr int READS_AT_ONCE = 8;
	/** The longest pause between two bytes of one packet. */
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
	/** Somebody has spoken Improv since the start: from then on changes of state are reported. */
	bool spoken_to_ = false;
	bool trying_ = false;
	ImprovState told_ = ImprovState::Authorized;

	// What is still to be sent, in this order.
	bool owes_error_ = false, owes_state_ = false, owes_result_ = false;
	ImprovError error_ = ImprovError::None;
	ImprovCommand command_ = ImprovCommand::RequestState;
	/** index of the next network to send */
	size_t next_network_ = 0;
};

} // namespace mooring
