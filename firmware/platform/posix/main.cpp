#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

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
	"                [--power N]\n"
	"\n"
	"  --flash FILE    its flash; made where it is not there\n"
	"  --config FILE   the config file, as the dashboard offers it, flashed before the start\n"
	"  --hub           instead of the hubs in the config file\n"
	"  --mac           of a flash that is made; random otherwise\n"
	"  --power N       it loses its power in the middle of the Nth operation of its flash\n"
	"\n"
	"Ctrl-C ends it with a goodbye. A wall switch is moved by a line on its input: \"pin 4 low\"; \"power 3\"\n"
	"takes its power in the third operation of its flash from then on, \"power 3 90\" when 90 % of it is done.";

constexpr int WRONG_USE = 2, FAILED = 1;
constexpr char POWER[] = "power ";
/** Bit 1 of the first byte marks a locally administered MAC, bit 0 a group: IEEE 802. */
constexpr uint8_t LOCAL = 0x02, GROUP = 0x01;

volatile sig_atomic_t leaving = 0;

struct Arguments {
	const char *flash = nullptr;
	const char *config = nullptr;
	wire::HubAddress hub = mooring_v2_HubAddress_init_zero;
	uint8_t mac[6];
	const char *power = nullptr;
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
									 {"power", required_argument, nullptr, 'p'},
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

/** "3", or "3 90": the operation of the flash in which the power is lost, and how much of it is done, percent. */
bool take_power(Machine *machine, const char *text) {
	unsigned operation, percent = 50;
	if (sscanf(text, "%u %u", &operation, &percent) < 1) return false;
	machine->flash.lose_power(operation, percent);
	return true;
}

/** "pin 4 low", or "power 3". False where the input has come to its end. */
bool take_line(Machine *machine) {
	char line[64];
	unsigned pin;
	char level[8];
	const ssize_t size = read(STDIN_FILENO, line, sizeof line - 1);
	if (size <= 0) return false;
	line[size] = '\0';
	if (sscanf(line, "pin %u %7s", &pin, level) == 2) machine->room.move(pin, strcmp(level, "high") == 0);
	if (strncmp(line, POWER, strlen(POWER)) == 0) take_power(machine, line + strlen(POWER));
	return true;
}

/** Until something comes over the link, or from the keyboard, or `ms` have passed. */
void wait(Machine *machine, bool *listens, uint32_t ms) {
	const short events = static_cast<short>(machine->socket.is_connecting() ? POLLOUT : POLLIN);
	pollfd files[2] = {{machine->socket.file(), events, 0}, {*listens ? STDIN_FILENO : -1, POLLIN, 0}};
	if (poll(files, 2, static_cast<int>(ms)) > 0 && files[1].revents != 0) *listens = take_line(machine);
}

/** From one start of the board to its end. True where it wants to be started anew. */
bool run(Machine *machine, const Crypto &crypto, const wire::HubAddress &hub, wire::BootReason reason, bool *listens) {
	const Hal hal = machine->hal(hub, reason);
	const auto board = std::make_unique<Board>(hal, crypto);
	board->boot();
	while (!board->is_off()) {
		if (leaving) board->shut_down();
		const uint32_t ms = board->step();
		if (!board->is_off()) wait(machine, listens, ms);
	}
	return machine->takes_restart();
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
	if (arguments.power != nullptr && !take_power(&machine, arguments.power))
		end_with(WRONG_USE, std::string("--power ") + arguments.power + " is no number.");
	for (int signal : {SIGINT, SIGTERM}) {
		struct sigaction action = {};
		action.sa_handler = [](int) { leaving = 1; };
		sigaction(signal, &action, nullptr);
	}
	wire::BootReason reason = mooring_v2_BootReason_BOOT_REASON_POWER_ON;
	for (bool listens = true; run(&machine, crypto, arguments.hub, reason, &listens);)
		reason = mooring_v2_BootReason_BOOT_REASON_REBOOT;
	return 0;
}
