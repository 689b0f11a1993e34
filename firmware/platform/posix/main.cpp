#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "machine.h"

using namespace mooring;
using mooring::posix::Machine;

namespace {

constexpr char HELP[] =
	"A board that is a program: the firmware's core on this machine, its flash a file.\n"
	"\n"
	"  mooring-board --flash FILE [--config FILE.mooring] [--hub HOST:PORT] [--mac AABBCCDDEEFF]\n"
	"                [--wifi NAME=PASSWORD]... [--chip NAME] [--light PIN=low|high] [--power N]\n"
	"                [--crashes N]\n"
	"\n"
	"  --flash FILE    its flash; made where it is not there\n"
	"  --config FILE   the config file, as the dashboard offers it, flashed before the start\n"
	"  --hub           instead of the hubs in the config file\n"
	"  --mac           of a flash that is made; random otherwise\n"
	"  --wifi          a Wi-Fi of its room, which it has to join; without any it is on this machine's network\n"
	"  --chip          whose rules about its pins count: ESP8266, ESP8266-DOUT, ESP32, ESP32-C3, ESP32-S3\n"
	"  --light         the pin of its light, and the pin's level while it is lit\n"
	"  --power N       it loses its power in the middle of the Nth operation of its flash\n"
	"  --crashes N     its first N starts end in a crash\n"
	"\n"
	"Ctrl-C ends it with a goodbye. Its input and output are its serial port, where it speaks Improv between the\n"
	"lines of its log. Lines on its input move what is around it: a wall switch (\"pin 4 low\"), an access point\n"
	"(\"wifi home off\"); \"power 3\" takes its power in the third operation of its flash from then on, \"power 3 "
	"90\"\n"
	"when 90 % of it is done.";

constexpr int WRONG_USE = 2, FAILED = 1;
/** Bit 1 of the first byte marks a locally administered MAC, bit 0 a group: IEEE 802. */
constexpr uint8_t LOCAL = 0x02, GROUP = 0x01;

volatile sig_atomic_t leaving = 0;

struct Arguments {
	const char *flash = nullptr;
	const char *config = nullptr;
	wire::HubAddress hub = mooring_v2_HubAddress_init_zero;
	uint8_t mac[6];
	const char *power = nullptr;
	const char *chip = nullptr;
	const char *light = nullptr;
	unsigned long crashes = 0;
	std::vector<const char *> wifi;
};

[[noreturn]] void end_with(int code, const std::string &sentence) {
	fprintf(stderr, "%s\n", sentence.c_str());
	exit(code);
}

bool parse_hub(const char *text, wire::HubAddress *hub) {
	const std::string address = text;
	const size_t colon = address.rfind(':');
	if (colon == std::string::npos || colon == 0) return false;
	std::string host = address.substr(0, colon);
	if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
	char *end;
	const unsigned long port = strtoul(address.c_str() + colon + 1, &end, 10);
	if (host.size() >= sizeof hub->host || *end != '\0' || port == 0 || port > UINT16_MAX) return false;
	memcpy(hub->host, host.c_str(), host.size() + 1);
	hub->port = static_cast<uint32_t>(port);
	return true;
}

bool parse_mac(const char *text, uint8_t mac[6]) {
	size_t length;
	return sodium_hex2bin(mac, 6, text, strlen(text), ":", &length, nullptr) == 0 && length == 6;
}

Arguments read_arguments(int count, char **values) {
	static const option OPTIONS[] = {{"flash", required_argument, nullptr, 'f'},
									 {"config", required_argument, nullptr, 'c'},
									 {"hub", required_argument, nullptr, 'u'},
									 {"mac", required_argument, nullptr, 'm'},
									 {"chip", required_argument, nullptr, 'i'},
									 {"light", required_argument, nullptr, 'l'},
									 {"power", required_argument, nullptr, 'p'},
									 {"wifi", required_argument, nullptr, 'w'},
									 {"crashes", required_argument, nullptr, 'x'},
									 {"help", no_argument, nullptr, 'h'},
									 {nullptr, 0, nullptr, 0}};
	Arguments arguments;
	randombytes_buf(arguments.mac, sizeof arguments.mac);
	arguments.mac[0] = static_cast<uint8_t>((arguments.mac[0] & ~GROUP) | LOCAL);
	for (int option; (option = getopt_long(count, values, "h", OPTIONS, nullptr)) != -1;) {
		if (option == 'f')
			arguments.flash = optarg;
		else if (option == 'c')
			arguments.config = optarg;
		else if (option == 'p')
			arguments.power = optarg;
		else if (option == 'i')
			arguments.chip = optarg;
		else if (option == 'l')
			arguments.light = optarg;
		else if (option == 'w')
			arguments.wifi.push_back(optarg);
		else if (option == 'x')
			arguments.crashes = strtoul(optarg, nullptr, 10);
		else if (option == 'h') {
			puts(HELP);
			exit(0);
		} else if (option == 'u') {
			if (!parse_hub(optarg, &arguments.hub))
				end_with(WRONG_USE, std::string("--hub ") + optarg + " is not HOST:PORT.");
		} else if (option != 'm')
			exit(WRONG_USE); // getopt has said why
		else if (!parse_mac(optarg, arguments.mac))
			end_with(WRONG_USE, std::string("--mac ") + optarg + " is no MAC.");
	}
	if (arguments.flash == nullptr || optind < count)
		end_with(WRONG_USE, "Name a file for its flash: --flash FILE. --help tells more.");
	return arguments;
}

/** Waits until something comes over the link or the serial port, or `ms` have passed. */
void wait(Machine *machine, bool *listens, uint32_t ms) {
	const short events = static_cast<short>(machine->socket.is_connecting() ? POLLOUT : POLLIN);
	pollfd files[2] = {{machine->socket.file(), events, 0}, {*listens ? STDIN_FILENO : -1, POLLIN, 0}};
	if (poll(files, 2, static_cast<int>(ms)) <= 0 || files[1].revents == 0) return;
	*listens = machine->serial.fill();
	for (std::string line; machine->serial.take_line(&line);) machine->obey(line);
}

enum class End : uint8_t { Off, Restart, Crash };

/** Runs the board from one start to its end. */
End run(Machine *machine, const Crypto &crypto, const wire::HubAddress &hub, wire::BootReason reason, bool crashes,
		bool *listens) {
	machine->images.start();
	const Hal hal = machine->hal(hub, reason);
	const auto board = std::make_unique<Board>(hal, crypto);
	board->boot();
	if (crashes || machine->images.crashes()) {
		puts("a crash");
		return End::Crash;
	}
	while (!board->is_off()) {
		if (leaving) board->shut_down();
		const uint32_t ms = board->step();
		if (!board->is_off()) wait(machine, listens, ms);
	}
	return machine->takes_restart() ? End::Restart : End::Off;
}

} // namespace

int main(int count, char **values) {
	if (sodium_init() < 0) end_with(FAILED, "libsodium does not work here.");
	const Crypto crypto = sodium_crypto();
	setvbuf(stdout, nullptr, _IOLBF, 0);
	const Arguments arguments = read_arguments(count, values);
	Machine machine;
	std::string failure = machine.flash.open(arguments.flash, arguments.mac);
	if (failure.empty() && arguments.config != nullptr) failure = machine.flash.put_config(arguments.config);
	if (!failure.empty()) end_with(FAILED, failure);
	for (const char *wifi : arguments.wifi)
		if (!machine.radio.add(wifi)) end_with(WRONG_USE, std::string("--wifi ") + wifi + " is not NAME=PASSWORD.");
	if (arguments.chip != nullptr && !machine.take_chip(arguments.chip))
		end_with(WRONG_USE, std::string("--chip ") + arguments.chip + " is no chip whose pins are known.");
	if (arguments.light != nullptr && !machine.take_light(arguments.light))
		end_with(WRONG_USE, std::string("--light ") + arguments.light + " is not PIN=low or PIN=high.");
	if (arguments.power != nullptr && !machine.take_power(arguments.power))
		end_with(WRONG_USE, std::string("--power ") + arguments.power + " is no number.");
	for (int signal : {SIGINT, SIGTERM}) {
		struct sigaction action = {};
		action.sa_handler = [](int) { leaving = 1; };
		sigaction(signal, &action, nullptr);
	}
	wire::BootReason reason = mooring_v2_BootReason_BOOT_REASON_POWER_ON;
	bool listens = true;
	for (unsigned long start = 1;; start++) {
		const End end = run(&machine, crypto, arguments.hub, reason, start <= arguments.crashes, &listens);
		if (end == End::Off || leaving) break;
		reason = end == End::Crash ? mooring_v2_BootReason_BOOT_REASON_CRASH : mooring_v2_BootReason_BOOT_REASON_REBOOT;
	}
	return 0;
}
