#include "ds18b20.h"

namespace mooring {

namespace {

constexpr uint8_t SKIP_ROM = 0xcc, MATCH_ROM = 0x55, SEARCH_ROM = 0xf0, CONVERT_T = 0x44, READ_SCRATCHPAD = 0xbe;
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

void write_bit(Pins &pins, uint32_t pin, bool bit) {
	const uint32_t low = bit ? SHORT_LOW_US : LONG_LOW_US;
	const Undisturbed undisturbed(pins);
	pins.drive_low(pin);
	pins.wait_us(low);
	pins.let_go(pin);
	pins.wait_us(SLOT_US - low);
}

bool read_bit(Pins &pins, uint32_t pin) {
	const Undisturbed undisturbed(pins);
	pins.drive_low(pin);
	pins.wait_us(SHORT_LOW_US);
	pins.let_go(pin);
	pins.wait_us(SAMPLE_AFTER_US);
	const bool bit = pins.is_high(pin);
	pins.wait_us(SLOT_US - SHORT_LOW_US - SAMPLE_AFTER_US);
	return bit;
}

void write(Pins &pins, uint32_t pin, uint8_t byte) {
	for (int bit = 0; bit < 8; bit++) write_bit(pins, pin, (byte >> bit & 1) != 0);
}

uint8_t read(Pins &pins, uint32_t pin) {
	uint8_t byte = 0;
	for (int bit = 0; bit < 8; bit++)
		if (read_bit(pins, pin)) byte = static_cast<uint8_t>(byte | 1 << bit);
	return byte;
}

/** Whether the last byte is the CRC of those before it. A line that is held low reads as zeros, whose CRC is right. */
bool crc_fits(const uint8_t *bytes, size_t size) {
	uint8_t crc = 0, any = 0;
	for (size_t i = 0; i < size; i++) {
		crc = static_cast<uint8_t>(crc ^ bytes[i]);
		any = static_cast<uint8_t>(any | bytes[i]);
		for (int bit = 0; bit < 8; bit++) crc = static_cast<uint8_t>((crc & 1) != 0 ? crc >> 1 ^ POLYNOMIAL : crc >> 1);
	}
	return crc == 0 && any != 0;
}

} // namespace

bool ds18b20_start(Pins &pins, uint32_t pin) {
	if (!reset(pins, pin)) return false;
	write(pins, pin, SKIP_ROM);
	write(pins, pin, CONVERT_T);
	return true;
}

bool ds18b20_read(Pins &pins, uint32_t pin, const uint8_t *address, uint8_t out[DS18B20_BYTES]) {
	if (!reset(pins, pin)) return false;
	write(pins, pin, address != nullptr ? MATCH_ROM : SKIP_ROM);
	for (size_t i = 0; address != nullptr && i < sizeof(WireSearch::address); i++) write(pins, pin, address[i]);
	write(pins, pin, READ_SCRATCHPAD);
	for (uint32_t i = 0; i < DS18B20_BYTES; i++) out[i] = read(pins, pin);
	return true;
}

bool ds18b20_search(Pins &pins, uint32_t pin, WireSearch *search) {
	if (search->done || !reset(pins, pin)) return false;
	write(pins, pin, SEARCH_ROM);
	const uint8_t fork = search->fork;
	search->fork = 0;
	for (uint8_t number = 1; number <= 8 * sizeof search->address; number++) {
		uint8_t &byte = search->address[(number - 1) / 8];
		const uint8_t mask = static_cast<uint8_t>(1 << (number - 1) % 8);
		// All that still take part send their bit, then its complement.
		const bool bit = read_bit(pins, pin), complement = read_bit(pins, pin);
		if (bit && complement) return false;
		// Where they differ: up to the last fork as before, there the other way, behind it first those with a 0.
		const bool is_fork = !bit && !complement;
		const bool way = !is_fork ? bit : number < fork ? (byte & mask) != 0 : number == fork;
		if (is_fork && !way) search->fork = number;
		byte = static_cast<uint8_t>(way ? byte | mask : byte & ~mask);
		write_bit(pins, pin, way);
	}
	search->done = search->fork == 0;
	return crc_fits(search->address, sizeof search->address);
}

bool ds18b20_convert(const uint8_t scratchpad[DS18B20_BYTES], float *celsius) {
	if (!crc_fits(scratchpad, DS18B20_BYTES)) return false;
	if (scratchpad[0] == POWER_ON_LOW && scratchpad[1] == POWER_ON_HIGH && scratchpad[CONVERTED_AT] != CONVERTED)
		return false;
	*celsius = static_cast<float>(static_cast<int16_t>(scratchpad[0] | scratchpad[1] << 8)) / 16;
	return true;
}

} // namespace mooring
