#include "../../sensors/ds18b20.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "bench.h"

// Maxim, DS18B20 data sheet 19-7487, "AC electrical characteristics", table 1 and figure 7.

namespace mooring::test {

namespace {

constexpr uint32_t PIN = 4;
constexpr uint32_t SHORTEST_RESET_US = 480, SHORTEST_REST_US = 480;
constexpr uint32_t LONGEST_ONE_US = 15, SHORTEST_ZERO_US = 60, LONGEST_ZERO_US = 120;
constexpr uint32_t SHORTEST_SLOT_US = 60, SHORTEST_PAUSE_US = 1, DATA_VALID_US = 15;
constexpr uint32_t CONVERSION_US = 750'000;
/** How long the wire takes to rise on a long cable. */
constexpr uint32_t RISE_US = 3;
constexpr uint8_t AT_POWER_ON[DS18B20_BYTES] = {0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10, 0x1c};

uint8_t crc_of(const uint8_t *bytes, size_t size) {
	uint8_t crc = 0;
	for (size_t i = 0; i < size; i++)
		for (int bit = 0; bit < 8; bit++) {
			const bool mix = ((crc ^ bytes[i] >> bit) & 1) != 0;
			crc = static_cast<uint8_t>(mix ? crc >> 1 ^ 0x8c : crc >> 1);
		}
	return crc;
}

/** A sensor as slow or as fast as it may be, which notes the first rule that the board breaks. */
class Ds18b20 final : public Part {
public:
	/** µs: from the end of a reset to the presence pulse, the length of that, and how long a 0 is held. */
	struct Times {
		uint32_t presence_after, presence, zero;
	};
	static constexpr Times FAST = {15, 60, 15}, SLOW = {60, 240, 60};

	explicit Ds18b20(const Times &times) : times_(times) { memcpy(scratchpad_, AT_POWER_ON, sizeof scratchpad_); }

	/** Sets what the next conversion measures, in 1/16 °C. */
	void warms_to(int sixteenths) { warmth_ = sixteenths; }
	const char *broken_rule = nullptr;

	void low(uint32_t, uint32_t now) override {
		rule(!is_pulled(now), "the board and the sensor pull at once");
		if (resets_ > 0) rule(now - rose_ >= SHORTEST_PAUSE_US, "no pause between two slots");
		if (waits_after_reset_)
			rule(now - rose_ >= SHORTEST_REST_US, "the rest of a reset is too short");
		else if (resets_ > 0)
			rule(now - fell_ >= SHORTEST_SLOT_US, "a slot is too short");
		waits_after_reset_ = false;
		fell_ = now;
		if (sends_ < 0) return;
		looked_ = false;
		pull(now, sent_bit() ? 0 : times_.zero);
	}
	void high(uint32_t, uint32_t now) override {
		rose_ = now;
		const uint32_t us = now - fell_;
		if (us >= SHORTEST_RESET_US) {
			resets_++;
			waits_after_reset_ = true;
			sends_ = -1;
			heard_ = 0;
			bits_ = 0;
			pull(now + times_.presence_after, times_.presence);
		} else if (resets_ == 0)
			rule(false, "nothing is said before a reset");
		else if (sends_ >= 0)
			sends_++;
		else
			hear(us, now);
	}
	bool pulls(uint32_t, uint32_t now) override {
		if (sends_ > 0 && !looked_) {
			looked_ = true;
			rule(now - fell_ <= DATA_VALID_US, "a bit is looked at after it was valid");
			rule(now - rose_ >= RISE_US, "a bit is looked at before the wire can have risen");
		}
		return is_pulled(now);
	}

private:
	void rule(bool kept, const char *what) {
		if (!kept && broken_rule == nullptr) broken_rule = what;
	}
	void pull(uint32_t from, uint32_t us) {
		pull_from_ = from;
		pull_us_ = us;
	}
	bool is_pulled(uint32_t now) const { return in_order(pull_from_, now) && now - pull_from_ < pull_us_; }
	/** Always 1 after the last byte: nobody pulls. */
	bool sent_bit() const { return sends_ >= 72 || (scratchpad_[sends_ / 8] >> sends_ % 8 & 1) != 0; }

	void hear(uint32_t us, uint32_t now) {
		if (bits_ == 16) return rule(false, "more than a command");
		rule(us <= LONGEST_ONE_US || (us >= SHORTEST_ZERO_US && us <= LONGEST_ZERO_US), "neither a 0 nor a 1");
		heard_ = static_cast<uint16_t>(heard_ | (us <= LONGEST_ONE_US ? 1 : 0) << bits_++);
		if (bits_ < 16) return;
		if (heard_ == 0x44cc) converted_at_ = now + CONVERSION_US;
		if (heard_ != 0xbecc) return;
		sends_ = 0;
		if (converted_at_ != 0 && in_order(converted_at_, now)) measure();
	}
	void measure() {
		scratchpad_[0] = static_cast<uint8_t>(warmth_);
		scratchpad_[1] = static_cast<uint8_t>(warmth_ >> 8);
		scratchpad_[6] = static_cast<uint8_t>(0x10 - (warmth_ & 0x0f));
		scratchpad_[8] = crc_of(scratchpad_, 8);
	}

	const Times times_;
	uint8_t scratchpad_[DS18B20_BYTES];
	int warmth_ = 0;
	/** the next bit it sends, -1 while it listens */
	int sends_ = -1;
	int resets_ = 0, bits_ = 0;
	uint16_t heard_ = 0;
	bool waits_after_reset_ = false, looked_ = false;
	uint32_t fell_ = 0, rose_ = 0, pull_from_ = 0, pull_us_ = 0, converted_at_ = 0;
};

wire::SensorConfig config() {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
	sensor.pin = PIN;
	return sensor;
}

} // namespace

TEST(Ds18b20, TemperaturesOfItsDataSheet) {
	const struct {
		int sixteenths;
		double celsius;
	} examples[] = {{0x07d0, 125},	 {0x0191, 25.0625},	 {0x00a2, 10.125},	  {0x0008, 0.5}, {0, 0},
					{-0x0008, -0.5}, {-0x00a2, -10.125}, {-0x0191, -25.0625}, {-0x0370, -55}};
	for (const auto &[sixteenths, celsius] : examples) {
		uint8_t scratchpad[DS18B20_BYTES];
		memcpy(scratchpad, AT_POWER_ON, sizeof scratchpad);
		scratchpad[0] = static_cast<uint8_t>(sixteenths);
		scratchpad[1] = static_cast<uint8_t>(sixteenths >> 8);
		scratchpad[8] = crc_of(scratchpad, 8);
		float found = NAN;
		CHECK(ds18b20_convert(scratchpad, &found));
		CHECK(near(found, celsius, 0.001));
	}
}

TEST(Ds18b20, AnyWrongBit_DoesNotFitTheCrc) {
	uint8_t good[DS18B20_BYTES] = {0x91, 0x01, 0x4b, 0x46, 0x7f, 0xff, 0x0f, 0x10};
	good[8] = crc_of(good, 8);
	float celsius;
	CHECK(ds18b20_convert(good, &celsius));
	for (int bit = 0; bit < 72; bit++) {
		uint8_t wrong[DS18B20_BYTES];
		memcpy(wrong, good, sizeof wrong);
		wrong[bit / 8] = static_cast<uint8_t>(wrong[bit / 8] ^ 1 << bit % 8);
		CHECK(!ds18b20_convert(wrong, &celsius));
	}
}

TEST(Ds18b20, WireHeldLow_IsNoTemperature) {
	const uint8_t zeros[DS18B20_BYTES] = {};
	float celsius;
	CHECK(!ds18b20_convert(zeros, &celsius));
}

TEST(Ds18b20, WhatItHoldsAtPowerOn_IsNoTemperature_ButReal85DegreesAre) {
	float celsius = 0;
	CHECK(!ds18b20_convert(AT_POWER_ON, &celsius));
	uint8_t hot[DS18B20_BYTES];
	memcpy(hot, AT_POWER_ON, sizeof hot);
	hot[6] = 0x10;
	hot[8] = crc_of(hot, 8);
	CHECK(ds18b20_convert(hot, &celsius));
	CHECK(near(celsius, 85, 0.001));
	// Clones hold other bytes there.
	for (const int other : {0x00, 0x0f, 0xff}) {
		hot[6] = static_cast<uint8_t>(other);
		hot[8] = crc_of(hot, 8);
		CHECK(!ds18b20_convert(hot, &celsius));
	}
}

TEST(Ds18b20, OutsideItsRange_HasNoValue) {
	// -127 °C is what other libraries say of a sensor that is gone.
	for (const int sixteenths : {-127 * 16, -55 * 16 - 1, 125 * 16 + 1, 0x7fff}) {
		Ds18b20 sensor(Ds18b20::FAST);
		Bench bench(sensor);
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		sensor.warms_to(sixteenths);
		CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
		bench.sleep_us(CONVERSION_US);
		CHECK_EQUAL(drivers.read(config(), DS18B20_CONVERSION_MS, readings), 1);
		CHECK(std::isnan(readings[0].value));
	}
}

TEST(Ds18b20, IsReadWithinItsTimes_TheFastestAndTheSlowest_AmongInterrupts) {
	for (uint32_t call_us = 0; call_us <= 2; call_us++)
		for (const Ds18b20::Times &times : {Ds18b20::FAST, Ds18b20::SLOW}) {
			Ds18b20 sensor(times);
			Bench bench(sensor, call_us);
			bench.interrupts_us = 300;
			Drivers drivers(bench);
			Reading readings[MAX_READINGS];
			const int warmths[] = {0x0191, -0x00a2, 0x07d0};
			for (int i = 0; i < 3; i++) {
				sensor.warms_to(warmths[i]);
				const uint64_t now = 1'000u * static_cast<uint64_t>(i + 1);
				CHECK_EQUAL(drivers.read(config(), now, readings), 0);
				CHECK_EQUAL(drivers.read(config(), now + DS18B20_CONVERSION_MS - 1, readings), 0);
				bench.sleep_us(CONVERSION_US);
				CHECK_EQUAL(drivers.read(config(), now + DS18B20_CONVERSION_MS, readings), 1);
				CHECK(near(readings[0].value, warmths[i] / 16.0, 0.001));
			}
			CHECK(sensor.broken_rule == nullptr);
			if (sensor.broken_rule != nullptr) printf("  %s\n", sensor.broken_rule);
			CHECK(!bench.is_silent());
		}
}

TEST(Ds18b20, ThatLostItsPowerMeanwhile_HasNoValue) {
	Ds18b20 sensor(Ds18b20::FAST);
	Bench bench(sensor);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
	// The board's clock is ahead of the sensor's: it has not finished, and still holds its power-on value.
	CHECK_EQUAL(drivers.read(config(), DS18B20_CONVERSION_MS, readings), 1);
	CHECK(readings[0].value != readings[0].value);
}

TEST(Ds18b20, WireWithoutSensorOrHeldLow_IsGivenUpAtTheReset) {
	for (const bool stuck_low : {false, true}) {
		Nobody nobody(stuck_low);
		Bench bench(nobody);
		const uint32_t begin = bench.time();
		CHECK(!ds18b20_start(bench, PIN));
		CHECK(bench.time() - begin < 1'200);
		CHECK(!bench.is_silent());
	}
}

} // namespace mooring::test
