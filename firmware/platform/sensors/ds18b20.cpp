#include "ds18b20.h"

namespace mooring {

namespace {

constexpr uint8_t SKIP_ROM = 0xcc, CONVERT_T = 0x44, READ_SCRATCHPAD = 0xbe;
/** The polynomial of the data sheet, x⁸ + x⁵ + x⁴ + 1, lowest bit first. */
constexpr uint8_t POLYNOMIAL = 0x8c;
/** Times of the data sheet's AC characteristics, and of its application note 126. */
constexpr uint32_t RESET_US = 480, PRESENCE_AT_US = 70, PRESENCE_REST_US = 410;
constexpr uint32_t SHORT_LOW_US = 4, LONG_LOW_US = 60, SLOT_US = 70;
/** A bit is valid for 15 µs from the start of its slot, and the calls between take some of them. */
constexpr uint32_t SAMPLE_AFTER_US = 6;
/** Before the first conversion the scratchpad holds 85 °C; after a real conversion to 85 °C byte 6 is 0x10. */
constexpr uint8_t POWER_ON_LOW = 0x50, POWER_ON_HIGH = 0x05, CONVERTED = 0x10;
constexpr uint32_t CONVERTED_AT = 6;

bool reset(Pins &pins, uint32_t pin) {
	pins.prepare(pin);
	pins.drive_low(pin);
	pins.wait_us(RESET_US);
	bool present;
	{
		const Undisturbed undisturbed(pins);
		pins.let_go(pin);
		pins.wait_us(PRESENCE_AT_US);
		present = !pins.is_high(pin);
	}
	pins.wait_us(PRESENCE_REST_US);
	// If the line is still low, it has no pull-up or a short circuit.
	return present && pins.is_high(pin);
}

void write(Pins &pins, uint32_t pin, uint8_t byte) {
	for (int bit = 0; bit < 8; bit++, byte = static_cast<uint8_t>(byte >> 1)) {
		const uint32_t low = (byte & 1) != 0 ? SHORT_LOW_US : LONG_LOW_US;
		const Undisturbed undisturbed(pins);
		pins.drive_low(pin);
		pins.wait_us(low);
		pins.let_go(pin);
		pins.wait_us(SLOT_US - low);
	}
}

uint8_t read(Pins &pins, uint32_t pin) {
	uint8_t byte = 0;
	for (int bit = 0; bit < 8; bit++) {
		const Undisturbed undisturbed(pins);
		pins.drive_low(pin);
		pins.wait_us(SHORT_LOW_US);
		pins.let_go(pin);
		pins.wait_us(SAMPLE_AFTER_US);
		if (pins.is_high(pin)) byte = static_cast<uint8_t>(byte | 1 << bit);
		pins.wait_us(SLOT_US - SHORT_LOW_US - SAMPLE_AFTER_US);
	}
	return byte;
}

} // namespace

bool ds18b20_start(Pins &pins, uint32_t pin) {
	if (!reset(pins, pin)) return false;
	write(pins, pin, SKIP_ROM);
	write(pins, pin, CONVERT_T);
	return true;
}

bool ds18b20_read(Pins &pins, uint32_t pin, uint8_t out[DS18B20_BYTES]) {
	if (!reset(pins, pin)) return false;
	write(pins, pin, SKIP_ROM);
	write(pins, pin, READ_SCRATCHPAD);
	for (uint32_t i = 0; i < DS18B20_BYTES; i++) out[i] = read(pins, pin);
	return true;
}

bool ds18b20_convert(const uint8_t scratchpad[DS18B20_BYTES], float *celsius) {
	uint8_t crc = 0, any = 0;
	for (uint32_t i = 0; i < DS18B20_BYTES; i++) {
		crc = static_cast<uint8_t>(crc ^ scratchpad[i]);
		any = static_cast<uint8_t>(any | scratchpad[i]);
		for (int bit = 0; bit < 8; bit++) crc = static_cast<uint8_t>((crc & 1) != 0 ? crc >> 1 ^ POLYNOMIAL : crc >> 1);
	}
	// A line that is held low reads as zeros, whose CRC is right.
	if (crc != 0 || any == 0) return false;
	if (scratchpad[0] == POWER_ON_LOW && scratchpad[1] == POWER_ON_HIGH && scratchpad[CONVERTED_AT] != CONVERTED)
		return false;
	*celsius = static_cast<float>(static_cast<int16_t>(scratchpad[0] | scratchpad[1] << 8)) / 16;
	return true;
}

} // namespace mooring
