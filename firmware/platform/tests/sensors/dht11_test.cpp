#include "../../sensors/dht.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "dht_part.h"

// Aosong, DHT11 product manual, version 1.3: "Single bus signal characteristics" and the examples of its data format.

namespace mooring::test {

namespace {

constexpr uint32_t PIN = 4;
constexpr DhtTimes SHORTEST = {18'000, 30'000, 10, 78, 80, 50, 23, 68, 52},
				   USUAL = {18'000, 30'000, 13, 83, 87, 54, 24, 71, 54},
				   LONGEST = {18'000, 30'000, 35, 88, 92, 58, 27, 74, 56};
/** 53 % and 24.4 °C */
constexpr uint8_t WARM[] = {0x35, 0x00, 0x18, 0x04, 0x51};

} // namespace

TEST(Dht11, ExamplesOfItsManual) {
	float celsius, percent;
	const uint8_t cold[] = {0x35, 0x00, 0x0a, 0x81, 0xc0};
	CHECK(dht11_convert(WARM, &celsius, &percent));
	CHECK(near(celsius, 24.4, 0.01) && near(percent, 53, 0.01));
	CHECK(dht11_convert(cold, &celsius, &percent));
	CHECK(near(celsius, -10.1, 0.01));
}

TEST(Dht11, OlderMakeWithoutTenths_IsWholeDegrees) {
	float celsius, percent;
	const uint8_t older[] = {0x2d, 0x00, 0x1c, 0x00, 0x49};
	CHECK(dht11_convert(older, &celsius, &percent));
	CHECK(near(celsius, 28, 0.001) && near(percent, 45, 0.001));
}

TEST(Dht11, JustBelowFreezing_IsNegative) {
	float celsius, percent;
	const uint8_t just[] = {0x35, 0x00, 0x00, 0x83, 0xb8};
	CHECK(dht11_convert(just, &celsius, &percent));
	CHECK(near(celsius, -0.3, 0.001));
}

TEST(Dht11, ReadWithEveryTimeOfItsManual_OnFastAndSlowChips) {
	Random random(1);
	for (uint32_t call_us = 1; call_us <= 3; call_us++)
		for (const DhtTimes &times : {SHORTEST, USUAL, LONGEST}) {
			uint8_t bytes[DHT_BYTES], read[DHT_BYTES];
			random.fill(bytes, sizeof bytes);
			DhtPart sensor(bytes, times);
			Bench bench(sensor, call_us);
			bench.interrupts_us = 200;
			CHECK(dht11_read(bench, PIN, read));
			CHECK_BYTES((Bytes{read, sizeof read}), (Bytes{bytes, sizeof bytes}));
			CHECK(!bench.is_silent());
		}
}

TEST(Dht11, StartSignalOfADht22_IsTooShortForIt) {
	DhtPart sensor(WARM, USUAL);
	Bench bench(sensor);
	uint8_t read[DHT_BYTES];
	CHECK(!dht22_read(bench, PIN, read));
}

TEST(Dht11, AnyWrongBit_DoesNotFitTheCheckSum) {
	for (int bit = 0; bit < 40; bit++) {
		uint8_t wrong[sizeof WARM];
		memcpy(wrong, WARM, sizeof wrong);
		wrong[bit / 8] = static_cast<uint8_t>(wrong[bit / 8] ^ 1 << bit % 8);
		float celsius, percent;
		CHECK(!dht11_convert(wrong, &celsius, &percent));
	}
}

TEST(Dht11, OutsideItsRange_HasNoValue) {
	const uint8_t hot[] = {0x35, 0x00, 0x3c, 0x01, 0x72}, cold[] = {0x35, 0x00, 0x14, 0x81, 0xca},
				  wet[] = {0x64, 0x01, 0x18, 0x04, 0x81};
	const struct {
		const uint8_t *bytes;
		bool has_celsius;
	} answers[] = {{hot, false}, {cold, false}, {wet, true}};
	for (const auto &[bytes, has_celsius] : answers) {
		DhtPart sensor(bytes, USUAL);
		Bench bench(sensor);
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		wire::SensorConfig config = mooring_v2_SensorConfig_init_zero;
		config.id = 1;
		config.type = mooring_v2_SensorType_SENSOR_TYPE_DHT11;
		config.pin = PIN;
		CHECK_EQUAL(drivers.read(config, 0, readings), 2);
		CHECK(std::isnan(readings[0].value) != has_celsius);
		CHECK(std::isnan(readings[1].value));
	}
}

} // namespace mooring::test
