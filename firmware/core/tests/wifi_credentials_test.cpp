#include "../controls/controls.h"
#include "../setup/improv.h"
#include "fakes/crypto_of_tests.h"
#include "fakes/fake_machine.h"
#include "vectors.h"

// protocol/vectors/wifi.json, for both ways in which a board is given a network.

namespace mooring::test {

namespace {

constexpr size_t MOST_BYTES = 128;

class Nobody final : public Teller {
public:
	void tell(const wire::RelayState &) override {}
	void tell(const wire::InputState &) override {}
	void tell(const wire::SensorReading &) override {}
	void tell(const wire::FoundSensor &) override {}
};

/** One string with its length before it, as Improv has it. */
size_t put_text(const char *hex, uint8_t *out) {
	const Bytes text = unhex(hex, out + 1, MOST_BYTES);
	out[0] = static_cast<uint8_t>(text.size);
	return 1 + text.size;
}

} // namespace

TEST(Wifi, OverTheSerialPort_IsTakenByTheRuleOfTheProtocol) {
	for (const WifiCase &one : WIFI_CASES) {
		begin_case(one.name);
		uint8_t data[2 * (1 + MOST_BYTES)];
		const size_t ssid = put_text(one.ssid, data);
		wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
		const size_t size = ssid + put_text(one.password, data + ssid);
		CHECK_EQUAL(improv_wifi({data, size}, &network), one.possible);
		end_case();
	}
}

TEST(Wifi, ThatCannotBe_InAConfiguration_IsRefusedInWords) {
	static FakeMachine machine;
	Nobody nobody;
	static wire::BoardConfig file;
	file = mooring_v2_BoardConfig_init_zero;
	const Hal &hal = machine.hal(mooring_v2_BootReason_BOOT_REASON_POWER_ON);
	Log log(hal);
	Controls controls(hal, crypto_of_tests(), nobody, log);
	controls.boot(&file, machine.now);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.has_wifi = true;
	strcpy(configure.wifi.ssid, "home");
	strcpy(configure.wifi.password, "shorter");
	CHECK(controls.accept(configure) != nullptr);
	memset(configure.wifi.password, 'f', sizeof configure.wifi.password - 1);
	CHECK(controls.accept(configure) == nullptr);
	configure.wifi.password[9] = 'g';
	CHECK(controls.accept(configure) != nullptr);
}

} // namespace mooring::test
