#include <cmath>

#include "../../sensors/drivers.h"
#include "../../sensors/ds18b20.h"
#include "bench.h"

// Maxim, DS18B20 data sheet 19-7487, "ROM commands", and application note 187, "1-Wire search algorithm".

namespace mooring::test {

namespace {

constexpr uint32_t PIN = 4;
constexpr uint32_t SHORTEST_RESET_US = 480, LONGEST_ONE_US = 15, DATA_VALID_US = 15, CONVERSION_US = 750'000;
constexpr size_t MOST = 20, ROM_BITS = 64, SCRATCHPAD_BITS = 72;

uint8_t crc_of(const uint8_t *bytes, size_t size) {
	uint8_t crc = 0;
	for (size_t i = 0; i < size; i++)
		for (int bit = 0; bit < 8; bit++) {
			const bool mix = ((crc ^ bytes[i] >> bit) & 1) != 0;
			crc = static_cast<uint8_t>(mix ? crc >> 1 ^ 0x8c : crc >> 1);
		}
	return crc;
}

struct Thermometer {
	uint8_t rom[8];
	/** 1/16 °C: around it, and in its scratchpad */
	int warmth, measured;
	bool takes_part;
};

/** Several sensors on one wire: whoever sends a 0 wins. */
class Bus final : public Part {
public:
	/** µs: how long a 0 is held, from the shortest to the longest that the data sheet allows */
	explicit Bus(uint32_t zero_us = 15) : zero_us_(zero_us) {}

	void add(uint8_t family, uint32_t serial, int warmth) {
		Thermometer &one = sensors_[count_++];
		one = {{family}, warmth, 85 * 16, false};
		for (int i = 0; i < 4; i++) one.rom[1 + i] = static_cast<uint8_t>(serial >> 8 * i);
		one.rom[7] = crc_of(one.rom, 7);
	}
	const uint8_t *rom(size_t index) const { return sensors_[index].rom; }
	void warm(size_t index, int sixteenths) { sensors_[index].warmth = sixteenths; }
	void remove_last() { count_--; }

	int conversions = 0;
	bool broken_crc = false;
	const char *broken_rule = nullptr;

	void low(uint32_t, uint32_t now) override {
		fell_ = now;
		looked_ = false;
		pull_us_ = sends() && !line_bit() ? zero_us_ : 0;
	}
	void high(uint32_t, uint32_t now) override {
		const uint32_t us = now - fell_;
		if (us >= SHORTEST_RESET_US) return reset(now);
		if (sends())
			sent();
		else
			hear(us <= LONGEST_ONE_US, now);
	}
	bool pulls(uint32_t, uint32_t now) override {
		if (in_order(presence_from_, now) && now - presence_from_ < 100) return true;
		if (pull_us_ > 0 && !looked_ && now - fell_ > DATA_VALID_US) broken_rule = "a bit is looked at after it was valid";
		looked_ = true;
		return now - fell_ < pull_us_;
	}

private:
	enum class Phase : uint8_t { Silent, Rom, Match, Id, Complement, Way, Function, Scratchpad };

	bool sends() const { return phase_ == Phase::Id || phase_ == Phase::Complement || phase_ == Phase::Scratchpad; }

	void reset(uint32_t now) {
		phase_ = Phase::Rom;
		bits_ = heard_ = 0;
		for (size_t i = 0; i < count_; i++) sensors_[i].takes_part = true;
		presence_from_ = count_ > 0 ? now + 30 : now - 1'000;
	}

	bool bit_of(const Thermometer &one) const {
		if (phase_ == Phase::Id || phase_ == Phase::Complement)
			return ((one.rom[bits_ / 8] >> bits_ % 8 & 1) != 0) == (phase_ == Phase::Id);
		if (bits_ >= SCRATCHPAD_BITS) return true;
		uint8_t pad[9] = {static_cast<uint8_t>(one.measured), static_cast<uint8_t>(one.measured >> 8), 0x4b, 0x46, 0x7f,
						  0xff, 0x0c, 0x10};
		pad[8] = static_cast<uint8_t>(crc_of(pad, 8) ^ (broken_crc ? 1 : 0));
		return (pad[bits_ / 8] >> bits_ % 8 & 1) != 0;
	}
	bool line_bit() const {
		for (size_t i = 0; i < count_; i++)
			if (sensors_[i].takes_part && !bit_of(sensors_[i])) return false;
		return true;
	}

	void sent() {
		if (phase_ == Phase::Id)
			phase_ = Phase::Complement;
		else if (phase_ == Phase::Complement)
			phase_ = Phase::Way;
		else
			bits_++;
	}

	void keep_those_with(bool bit) {
		for (size_t i = 0; i < count_; i++)
			if (((sensors_[i].rom[bits_ / 8] >> bits_ % 8 & 1) != 0) != bit) sensors_[i].takes_part = false;
		if (++bits_ == ROM_BITS) {
			phase_ = phase_ == Phase::Match ? Phase::Function : Phase::Silent;
			bits_ = 0;
		} else if (phase_ == Phase::Way)
			phase_ = Phase::Id;
	}

	void hear(bool bit, uint32_t now) {
		if (phase_ == Phase::Match || phase_ == Phase::Way) return keep_those_with(bit);
		if (phase_ != Phase::Rom && phase_ != Phase::Function) return;
		heard_ = static_cast<uint8_t>(heard_ | (bit ? 1 : 0) << bits_);
		if (++bits_ < 8) return;
		const uint8_t command = heard_;
		bits_ = heard_ = 0;
		if (phase_ == Phase::Rom) {
			phase_ = command == 0xcc ? Phase::Function : command == 0x55 ? Phase::Match : command == 0xf0 ? Phase::Id
																										 : Phase::Silent;
			return;
		}
		phase_ = command == 0xbe ? Phase::Scratchpad : Phase::Silent;
		if (converts_ && in_order(ready_at_, now)) finish();
		if (command != 0x44) return;
		if (converts_) broken_rule = "it begins to measure while it measures";
		converts_ = true;
		conversions++;
		ready_at_ = now + CONVERSION_US;
		for (size_t i = 0; i < count_; i++) asked_[i] = sensors_[i].takes_part;
	}
	void finish() {
		converts_ = false;
		for (size_t i = 0; i < count_; i++)
			if (asked_[i]) sensors_[i].measured = sensors_[i].warmth;
	}

	const uint32_t zero_us_;
	Thermometer sensors_[MOST];
	size_t count_ = 0;
	Phase phase_ = Phase::Silent;
	size_t bits_ = 0;
	uint8_t heard_ = 0;
	bool asked_[MOST] = {};
	bool converts_ = false, looked_ = false;
	uint32_t fell_ = 0, pull_us_ = 0, ready_at_ = 0, presence_from_ = Bench::BEGIN - 1'000;
};

wire::SensorConfig config(uint32_t id, const uint8_t *rom) {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = static_cast<uint8_t>(id);
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
	sensor.pin = PIN;
	if (rom == nullptr) return sensor;
	sensor.address.size = sizeof sensor.address.bytes;
	memcpy(sensor.address.bytes, rom, sizeof sensor.address.bytes);
	return sensor;
}

/** Whether a search finds each sensor of the bus once and nothing else. */
bool finds_all(Bench &bench, const Bus &bus, size_t count) {
	bool seen[MOST] = {};
	size_t found = 0;
	for (WireSearch search{}; found <= count && ds18b20_search(bench, PIN, &search); found++)
		for (size_t i = 0; i < count; i++)
			if (memcmp(search.address, bus.rom(i), 8) == 0) seen[i] = true;
	for (size_t i = 0; i < count; i++)
		if (!seen[i]) return false;
	return found == count;
}

} // namespace

TEST(OneWire, SearchFindsEachSensorOnce_HoweverTheirAddressesFork) {
	Random random(3);
	for (const uint32_t zero_us : {15u, 60u})
		for (size_t count = 0; count <= MOST; count++) {
			Bus bus(zero_us);
			Bench bench(bus);
			bench.interrupts_us = 200;
			// Neighbours, which differ in their last bits, beside addresses that have nothing in common.
			for (size_t i = 0; i < count; i++)
				bus.add(0x28, i % 2 == 0 ? static_cast<uint32_t>(i) : random.below(UINT32_MAX) | 1, 0);
			CHECK(finds_all(bench, bus, count));
			CHECK(bus.broken_rule == nullptr);
			CHECK(!bench.is_silent());
		}
}

TEST(OneWire, SearchFindsOtherFamiliesToo_WhoseTemperatureIsNotRead) {
	Bus bus;
	bus.add(0x28, 7, 20 * 16);
	bus.add(0x3a, 7, 0);
	Bench bench(bus);
	CHECK(finds_all(bench, bus, 2));
}

TEST(OneWire, WireWithoutSensorOrHeldLow_HasNothingToFind) {
	for (const bool stuck_low : {false, true}) {
		Nobody nobody(stuck_low);
		Bench bench(nobody);
		WireSearch search{};
		CHECK(!ds18b20_search(bench, PIN, &search));
		CHECK(!bench.is_silent());
	}
}

TEST(OneWire, EachSensorIsReadByItsAddress_AfterOneMeasurementOfAll) {
	Bus bus;
	for (uint32_t i = 0; i < 3; i++) bus.add(0x28, 0x1000 + i, static_cast<int>(16 * (20 + i)));
	Bench bench(bus);
	bench.interrupts_us = 200;
	Drivers drivers(bench);
	uint64_t now = 0;
	for (int round = 1; round <= 3; round++) {
		Reading readings[MAX_READINGS];
		bus.warm(1, 16 * (30 + round));
		for (uint32_t i = 0; i < 3; i++) CHECK_EQUAL(drivers.read(config(i + 1, bus.rom(i)), now, readings), 0);
		CHECK_EQUAL(bus.conversions, round);
		bench.sleep_us(CONVERSION_US);
		now += DS18B20_CONVERSION_MS;
		for (uint32_t i = 0; i < 3; i++) {
			CHECK_EQUAL(drivers.read(config(i + 1, bus.rom(i)), now, readings), 1);
			CHECK(near(readings[0].value, i == 1 ? 30 + round : 20 + i, 0.001));
		}
		now += 5'000;
		bench.sleep_us(5'000'000);
	}
	CHECK(bus.broken_rule == nullptr);
}

TEST(OneWire, SensorThatIsGone_HasNoValue_AndTheOthersKeepTheirs) {
	Bus bus;
	for (uint32_t i = 0; i < 2; i++) bus.add(0x28, i, 16 * 20);
	Bench bench(bus);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	const wire::SensorConfig stays = config(1, bus.rom(0)), gone = config(2, bus.rom(1));
	bus.remove_last();
	CHECK_EQUAL(drivers.read(stays, 0, readings), 0);
	CHECK_EQUAL(drivers.read(gone, 0, readings), 0);
	bench.sleep_us(CONVERSION_US);
	CHECK_EQUAL(drivers.read(stays, DS18B20_CONVERSION_MS, readings), 1);
	CHECK(near(readings[0].value, 20, 0.001));
	CHECK_EQUAL(drivers.read(gone, DS18B20_CONVERSION_MS, readings), 1);
	CHECK(std::isnan(readings[0].value));
}

TEST(OneWire, SeveralWithoutAddress_AreNotMistakenForOne) {
	Bus bus;
	bus.add(0x28, 1, 16 * 20);
	bus.add(0x28, 2, 16 * 19 + 7);
	Bench bench(bus);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(config(1, nullptr), 0, readings), 0);
	bench.sleep_us(CONVERSION_US);
	CHECK_EQUAL(drivers.read(config(1, nullptr), DS18B20_CONVERSION_MS, readings), 1);
	CHECK(std::isnan(readings[0].value));
}

TEST(OneWire, FoundSensorTellsWhatItMeasuredLast) {
	Bus bus;
	bus.add(0x28, 1, 16 * 20);
	Bench bench(bus);
	Drivers drivers(bench);
	WireSearch first{}, second{}, third{};
	float celsius = 0;
	CHECK(drivers.search(PIN, &first, &celsius));
	CHECK(std::isnan(celsius)); // as at power-on
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(config(1, nullptr), 0, readings), 0);
	bench.sleep_us(CONVERSION_US);
	CHECK(drivers.search(PIN, &second, &celsius));
	CHECK(near(celsius, 20, 0.001));
	bus.broken_crc = true;
	CHECK(drivers.search(PIN, &third, &celsius));
	CHECK(std::isnan(celsius));
}

TEST(OneWire, MeasurementOfASensorThatIsGone_IsNotJoined) {
	Bus bus;
	bus.add(0x28, 1, 16 * 20);
	Bench bench(bus);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	// Its plan changes before its result is read.
	CHECK_EQUAL(drivers.read(config(1, nullptr), 0, readings), 0);
	bench.sleep_us(CONVERSION_US);
	bus.warm(0, 16 * 25);
	CHECK_EQUAL(drivers.read(config(2, nullptr), 60'000, readings), 0);
	bench.sleep_us(CONVERSION_US);
	CHECK_EQUAL(drivers.read(config(2, nullptr), 60'000 + DS18B20_CONVERSION_MS, readings), 1);
	CHECK(near(readings[0].value, 25, 0.001));
}

} // namespace mooring::test
