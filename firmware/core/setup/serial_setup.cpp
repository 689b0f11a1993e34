#include "serial_setup.h"

#include <cstdio>

namespace mooring {

namespace {
constexpr char FIRMWARE_NAME[] = "Mooring";
} // namespace

void write_code(const Hal &hal, char out[CODE_BYTES]) {
	const uint8_t *mac = hal.mac;
	snprintf(out, CODE_BYTES, "ESP_%02X%02X%02X%02X%02X%02X", mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]);
}

void SerialSetup::step(Time now) {
	listen(now);
	watch_trial();
	answer();
}

void SerialSetup::listen(Time now) {
	uint8_t bytes[IN_BYTES];
	for (int i = 0; i < READS_AT_ONCE; i++) {
		Bytes in = {bytes, hal_.serial_read(hal_.context, bytes, sizeof bytes)};
		if (in.size > 0)
			heard_at_ = now;
		else if (reader_.is_waiting() && now - heard_at_ >= GAP_MS)
			reader_.give_up();
		else
			break;
		for (ImprovReader::Event event; (event = reader_.read(&in)) != ImprovReader::Event::NeedsMore;) {
			spoken_to_ = true;
			if (event == ImprovReader::Event::Command)
				obey(now);
			else
				refuse(ImprovError::InvalidPacket);
		}
		wipe(bytes, sizeof bytes);
	}
}

void SerialSetup::obey(Time now) {
	refuse(ImprovError::None); // a new command: no error, and no answer to the older one
	command_ = static_cast<ImprovCommand>(reader_.command());
	switch (command_) {
		case ImprovCommand::SendWifi: {
			wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
			if (!improv_wifi(reader_.data(), &network))
				refuse(ImprovError::InvalidPacket);
			else if (wifi_.try_out(network, now))
				trying_ = true;
			else {
				log_.warn("A board without a config file of its hub, or without a radio, takes no Wi-Fi.");
				refuse(ImprovError::Unknown);
			}
			wipe(&network, sizeof network);
			return;
		}
		case ImprovCommand::RequestState:
			owes_state_ = true;
			owes_result_ = state() == ImprovState::Provisioned;
			return;
		case ImprovCommand::RequestInfo:
			owes_result_ = true;
			return;
		case ImprovCommand::RequestNetworks:
			next_network_ = 0;
			if (state() == ImprovState::Provisioning) return refuse(ImprovError::Unknown);
			wifi_.scan(now); // without a radio the result is empty
			owes_result_ = true;
			return;
	}
	refuse(ImprovError::UnknownCommand);
}

void SerialSetup::refuse(ImprovError error) {
	owes_error_ = true;
	error_ = error;
	owes_result_ = false;
}

void SerialSetup::watch_trial() {
	if (trying_ && wifi_.trial() != Wifi::Trial::Running) {
		trying_ = false;
		command_ = ImprovCommand::SendWifi;
		if (wifi_.trial() == Wifi::Trial::Worked)
			owes_result_ = owes_state_ = true;
		else
			refuse(ImprovError::UnableToConnect);
	}
	if (spoken_to_ && state() != told_) owes_state_ = true;
}

ImprovState SerialSetup::state() const {
	if (wifi_.trial() == Wifi::Trial::Running) return ImprovState::Provisioning;
	return wifi_.is_joined() ? ImprovState::Provisioned : ImprovState::Authorized;
}

void SerialSetup::answer() {
	if (owes_error_ && send(ImprovPacket(error_))) owes_error_ = false;
	if (owes_state_ && !owes_error_) {
		const ImprovState now = state();
		if (send(ImprovPacket(now))) {
			told_ = now;
			owes_state_ = false;
		}
	}
	if (owes_error_ || owes_state_ || !owes_result_) return;
	if (command_ != ImprovCommand::RequestNetworks) {
		owes_result_ = !send_result();
		return;
	}
	HeardNetwork network;
	for (;;) {
		const Heard heard = wifi_.heard(next_network_, &network);
		if (heard == Heard::NotYet) return;
		ImprovPacket packet(command_);
		if (heard == Heard::Network && network.ssid[0] != '\0') {
			char rssi[12];
			snprintf(rssi, sizeof rssi, "%d", static_cast<int>(network.rssi));
			packet.add(network.ssid);
			packet.add(rssi);
			packet.add(network.open ? "NO" : "YES");
		} else if (heard == Heard::Network) {
			next_network_++;
			continue;
		}
		if (!send(packet)) return;
		next_network_++;
		if (heard == Heard::NoMore) {
			owes_result_ = false;
			return;
		}
	}
}

bool SerialSetup::send_result() const {
	ImprovPacket packet(command_);
	if (command_ == ImprovCommand::RequestInfo) {
		char code[CODE_BYTES];
		write_code(hal_, code);
		packet.add(FIRMWARE_NAME);
		packet.add(version_);
		packet.add(hal_.chip);
		packet.add(code);
	} else if (hub_ != nullptr) {
		char url[sizeof "http://[]:65535/" + sizeof hub_->host];
		const bool is_ipv6 = strchr(hub_->host, ':') != nullptr;
		snprintf(url, sizeof url, is_ipv6 ? "http://[%s]:%u/" : "http://%s:%u/", hub_->host,
				 static_cast<unsigned>(hub_->port));
		packet.add(url);
	}
	return send(packet);
}

bool SerialSetup::send(ImprovPacket packet) const {
	const Bytes bytes = packet.bytes();
	return hal_.serial_write(hal_.context, bytes.data, bytes.size);
}

} // namespace mooring
