#include "../../sensors/dht.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "dht_part.h"

// Aosong, AM2302/DHT22 product manual: "Single bus signal characteristics" and the examples below its protocol.

namespace mooring::test {

namespace {

constexpr uint32_t PIN = 4;

constexpr DhtTimes SHORTEST = {800, 20'000, 20, 75, 75, 48, 22, 68, 45}, USUAL = {800, 20'000, 30, 80, 80, 50, 26, 70, 50},
				   LONGEST = {800, 20'000, 200, 85, 85, 55, 30, 75, 55};

constexpr uint8_t WARM[] = {0x02, 0x8c, 0x01, 0x5f, 0xee};

} // namespace

TEST(Dht22, ExamplesOfItsManual) {
	float celsius, percent;
	const uint8_t cold[] = {0x02, 0x8c, 0x80, 0x65, 0x73};
	CHECK(dht22_convert(WARM, &celsius, &percent));
	CHECK(near(celsius, 35.1, 0.01) && near(percent, 65.2, 0.01));
	CHECK(dht22_convert(cold, &celsius, &percent));
	CHECK(near(celsius, -10.1, 0.01));
}

TEST(Dht22, BelowFreezing_HasASignOfItsOwn) {
	float celsius, percent;
	const uint8_t just[] = {0x03, 0xe8, 0x80, 0x01, 0x6c}, least[] = {0x00, 0x00, 0x81, 0x90, 0x11};
	CHECK(dht22_convert(just, &celsius, &percent));
	CHECK(near(celsius, -0.1, 0.001) && near(percent, 100, 0.01));
	CHECK(dht22_convert(least, &celsius, &percent));
	CHECK(near(celsius, -40, 0.001) && near(percent, 0, 0.01));
}

TEST(Dht22, BelowFreezing_OfAnyMake_IsTheSameTemperature) {
	float celsius, percent;
	const uint8_t newer[] = {0x01, 0x91, 0xff, 0xcc, 0x5d};
	CHECK(dht22_convert(newer, &celsius, &percent));
	CHECK(near(celsius, -5.2, 0.001) && near(percent, 40.1, 0.01));
	for (int tenths = -400; tenths <= 800; tenths++) {
		const int manual = tenths < 0 ? 0x8000 | -tenths : tenths;
		for (const int raw : {manual, tenths & 0xffff, tenths & 0x0fff}) {
			uint8_t bytes[DHT_BYTES] = {0x01, 0x91, static_cast<uint8_t>(raw >> 8), static_cast<uint8_t>(raw)};
			bytes[4] = static_cast<uint8_t>(bytes[0] + bytes[1] + bytes[2] + bytes[3]);
			CHECK(dht22_convert(bytes, &celsius, &percent));
			CHECK(near(celsius, tenths / 10.0, 0.001));
		}
	}
}

TEST(Dht22, OutsideItsRange_HasNoValue) {
	const uint8_t wet[] = {0x03, 0xe9, 0x00, 0xc8, 0xb4}, hot[] = {0x01, 0x91, 0x03, 0x21, 0xb6},
				  cold[] = {0x01, 0x91, 0x81, 0x91, 0xa4}, nonsense[] = {0x01, 0x91, 0x7f, 0xcc, 0xdd};
	const struct {
		const uint8_t *bytes;
		bool has_celsius;
	} answers[] = {{wet, true}, {hot, false}, {cold, false}, {nonsense, false}};
	for (const auto &[bytes, has_celsius] : answers) {
		DhtPart sensor(bytes, USUAL);
		Bench bench(sensor);
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		wire::SensorConfig config = mooring_v2_SensorConfig_init_zero;
		config.id = 1;
		config.type = mooring_v2_SensorType_SENSOR_TYPE_DHT22;
		config.pin = PIN;
		CHECK_EQUAL(drivers.read(config, 0, readings), 2);
		CHECK(std::isnan(readings[0].value) != has_celsius);
		CHECK(std::isnan(readings[1].value));
	}
}

TEST(Dht22, AnyWrongBit_DoesNotFitTheCheckSum) {
	for (int bit = 0; bit < 40; bit++) {
		uint8_t wrong[sizeof WARM];
		memcpy(wrong, WARM, sizeof wrong);
		wrong[bit / 8] = static_cast<uint8_t>(wrong[bit / 8] ^ 1 << bit % 8);
		float celsius, percent;
		CHECK(!dht22_convert(wrong, &celsius, &percent));
	}
}

TEST(Dht22, ReadWithEveryTimeOfItsManual_OnFastAndSlowChips) {
	Random random(1);
	for (uint32_t call_us = 1; call_us <= 3; call_us++)
		for (const DhtTimes &times : {SHORTEST, USUAL, LONGEST}) {
			uint8_t bytes[DHT_BYTES], read[DHT_BYTES];
			random.fill(bytes, sizeof bytes);
			DhtPart sensor(bytes, times);
			Bench bench(sensor, call_us);
			bench.interrupts_us = 200;
			CHECK(dht22_read(bench, PIN, read));
			CHECK_BYTES((Bytes{read, sizeof read}), (Bytes{bytes, sizeof bytes}));
			CHECK(!bench.is_silent());
		}
}

TEST(Dht22, ThatBreaksOff_HasNoAnswer) {
	for (int bits = 0; bits < 40; bits++) {
		DhtPart sensor(WARM, USUAL);
		sensor.breaks_off_after(bits);
		Bench bench(sensor);
		uint8_t read[DHT_BYTES];
		CHECK(!dht22_read(bench, PIN, read));
		CHECK(!bench.is_silent());
	}
}

TEST(Dht22, WireWithoutSensorOrHeldLow_IsGivenUpSoon) {
	for (const bool stuck_low : {false, true}) {
		Nobody nobody(stuck_low);
		Bench bench(nobody);
		const uint32_t begin = bench.time();
		uint8_t read[DHT_BYTES];
		CHECK(!dht22_read(bench, PIN, read));
		CHECK(!bench.is_silent());
		CHECK(bench.time() - begin < 2'000);
	}
}

} // namespace mooring::test
