#include "../../../core/tests/test.h"
#include "../../esp8266/pins.h"
#include "../../posix/chips.h"

namespace mooring::test {

namespace {

using esp32::ChipPins;
using posix::C3, posix::ESP32, posix::S3;

/** room of ConfigApplied.error, with the closing zero */
constexpr size_t MOST_WORDS = 96;

bool is_free(const char *refusal) {
	CHECK(refusal == nullptr || strlen(refusal) < MOST_WORDS);
	return refusal == nullptr;
}

} // namespace

TEST(Pins, WithoutAPullUp_TakeNoSwitchThatReliesOnIt_AndOneWithItsOwnResistor) {
	for (uint32_t pin = 0; pin < 64; pin++) {
		for (const bool two_wires : {false, true}) {
			const bool reads = is_free(esp8266::pin_refusal(pin, PinUse::Input, two_wires));
			CHECK(is_free(esp8266::pin_refusal(pin, PinUse::PulledUpInput, two_wires)) == (reads && pin != 16));
			CHECK(esp8266::is_for_sensors(pin, two_wires) == (reads && pin != 16));
		}
		for (const ChipPins &chip : {ESP32, C3, S3}) {
			const bool reads = is_free(esp32::pin_refusal(chip, pin, PinUse::Input));
			const bool floats = chip.log == ESP32.log && pin >= 34 && pin <= 39;
			CHECK(is_free(esp32::pin_refusal(chip, pin, PinUse::PulledUpInput)) == (reads && !floats));
			CHECK(is_free(esp32::pin_refusal(chip, pin, PinUse::Relay)) == (reads && !floats));
		}
	}
	CHECK(is_free(esp8266::pin_refusal(16, PinUse::Input, false)));
	CHECK(is_free(esp8266::pin_refusal(16, PinUse::Relay, false)));
	CHECK(is_free(esp32::pin_refusal(ESP32, 34, PinUse::Input)));
	CHECK(is_free(esp32::pin_refusal(S3, 39, PinUse::PulledUpInput)));
}

TEST(Pins, OfTheFlashOfAnEsp8266_AreTaken_But9And10AreFreeWhereItIsReadByTwoWires) {
	for (const PinUse use : {PinUse::Relay, PinUse::Input, PinUse::PulledUpInput})
		for (uint32_t pin = 6; pin <= 11; pin++) {
			CHECK(!is_free(esp8266::pin_refusal(pin, use, false)));
			CHECK(is_free(esp8266::pin_refusal(pin, use, true)) == (pin == 9 || pin == 10));
		}
}

TEST(Pins, OfTheLogAndTheFlashOfAnEsp32_AndThoseItLacks_AreTaken) {
	for (const ChipPins &chip : {ESP32, C3, S3}) {
		CHECK(!is_free(esp32::pin_refusal(chip, chip.log, PinUse::Input)));
		for (uint32_t pin = chip.first_of_flash; pin <= chip.last_of_flash; pin++)
			CHECK(!is_free(esp32::pin_refusal(chip, pin, PinUse::Input)));
		CHECK(!is_free(esp32::pin_refusal(chip, 63, PinUse::Input)));
		CHECK(!is_free(esp32::pin_refusal(chip, UINT32_MAX, PinUse::Input)));
	}
	CHECK(!is_free(esp32::pin_refusal(ESP32, 28, PinUse::Input)));
	CHECK(!is_free(esp32::pin_refusal(S3, 22, PinUse::Input)));
}

} // namespace mooring::test
