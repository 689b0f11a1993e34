#include "../../sensors/sht.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "i2c_device.h"
#include "sensirion_crc.h"

// Sensirion, Datasheet SHT3x-DIS, version 7: chapters 2.2 (times), 4.3 (single shot), 4.12 (CRC), 4.13 (conversion).

namespace mooring::test {

namespace {

constexpr uint8_t ADDRESSES[] = {0x44, 0x45};
constexpr uint32_t LONGEST_MEASUREMENT_US = 15'500;
constexpr uint16_t SINGLE_SHOT_HIGH_NO_STRETCHING = 0x2400;

/** While it measures it does not answer to its address. A result can be read once. */
class Sht3x final : public I2cDevice {
public:
	explicit Sht3x(uint8_t address) : I2cDevice(address) {}

	uint16_t temperature = 0x6666, humidity = 0x8000;
	bool wrong_crc = false;

private:
	bool begins(bool reads) override {
		bytes_ = 0;
		if (!reads) return true;
		return measures_ && in_order(ready_at_, now_);
	}
	bool takes(uint8_t byte) override {
		command_ = static_cast<uint16_t>(command_ << 8 | byte);
		if (++bytes_ < 2) return true;
		measures_ = command_ == SINGLE_SHOT_HIGH_NO_STRETCHING;
		ready_at_ = now_ + LONGEST_MEASUREMENT_US;
		return measures_;
	}
	uint8_t gives() override {
		measures_ = false;
		const uint16_t word = bytes_ < 3 ? temperature : humidity;
		const int at = bytes_++ % 3;
		const uint8_t crc = static_cast<uint8_t>(crc_of(word) ^ (wrong_crc ? 1 : 0));
		return at == 2 ? crc : static_cast<uint8_t>(at == 0 ? word >> 8 : word);
	}

	bool measures_ = false;
	uint16_t command_ = 0;
	int bytes_ = 0;
	uint32_t ready_at_ = 0;
};

wire::SensorConfig config() {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_SHT3X;
	sensor.pin = I2cDevice::DATA;
	sensor.pin2 = I2cDevice::CLOCK;
	return sensor;
}

/** A whole measurement: begins it, and reads the result when it is ready. */
size_t measure(Drivers &drivers, Bench &bench, Reading out[MAX_READINGS]) {
	CHECK_EQUAL(drivers.read(config(), 0, out), 0);
	CHECK_EQUAL(drivers.read(config(), SHT3X_MEASUREMENT_MS - 1, out), 0);
	bench.sleep_us(1'000 * SHT3X_MEASUREMENT_MS);
	return drivers.read(config(), SHT3X_MEASUREMENT_MS, out);
}

} // namespace

TEST(Sht3x, ConvertsAsItsDataSheetSays) {
	// 0xBEEF has the CRC 0x92 there.
	CHECK_EQUAL(crc_of(0xbeef), 0x92);
	const uint8_t bytes[] = {0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92}, ends[] = {0, 0, 0x81, 0xff, 0xff, 0xac};
	float celsius, percent;
	CHECK(sht3x_convert(bytes, &celsius, &percent));
	CHECK(near(celsius, 85.523, 0.001) && near(percent, 74.585, 0.001));
	CHECK(sht3x_convert(ends, &celsius, &percent));
	CHECK(near(celsius, -45, 0.001) && near(percent, 100, 0.001));
}

TEST(Sht3x, AnyWrongBit_DoesNotFitItsCrc) {
	const uint8_t good[] = {0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92};
	for (int bit = 0; bit < 48; bit++) {
		uint8_t wrong[sizeof good];
		memcpy(wrong, good, sizeof wrong);
		wrong[bit / 8] = static_cast<uint8_t>(wrong[bit / 8] ^ 1 << bit % 8);
		float celsius, percent;
		CHECK(!sht3x_convert(wrong, &celsius, &percent));
	}
}

TEST(Sht3x, IsMeasuredAtEitherAddress) {
	for (const uint8_t address : ADDRESSES) {
		Sht3x sensor(address);
		Bench bench(sensor);
		bench.interrupts_us = 200;
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		for (int i = 0; i < 2; i++) CHECK_EQUAL(measure(drivers, bench, readings), 2);
		CHECK(readings[0].unit == mooring_v2_Unit_UNIT_CELSIUS && near(readings[0].value, 25, 0.01));
		CHECK(readings[1].unit == mooring_v2_Unit_UNIT_PERCENT && near(readings[1].value, 50, 0.01));
		CHECK(sensor.broken_rule == nullptr);
	}
}

TEST(Sht3x, OutsideItsRange_HasNoValue) {
	// -45 °C, -40.1 °C, 125.1 °C and 130 °C: the formula gives them, but the sensor cannot measure them.
	for (const int word : {0x0000, 0x072a, 0xf8fc, 0xffff}) {
		Sht3x sensor(0x44);
		Bench bench(sensor);
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		sensor.temperature = static_cast<uint16_t>(word);
		CHECK_EQUAL(measure(drivers, bench, readings), 2);
		CHECK(std::isnan(readings[0].value) && std::isnan(readings[1].value));
	}
}

TEST(Sht3x, NotReadyYetOrDisturbed_HasNoValues) {
	Sht3x sensor(0x44);
	Bench bench(sensor);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	// The board's clock is ahead: the sensor still measures, and does not answer.
	CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
	CHECK_EQUAL(drivers.read(config(), SHT3X_MEASUREMENT_MS, readings), 2);
	CHECK(std::isnan(readings[0].value) && std::isnan(readings[1].value));
	sensor.wrong_crc = true;
	CHECK_EQUAL(measure(drivers, bench, readings), 2);
	CHECK(std::isnan(readings[0].value) && std::isnan(readings[1].value));
	sensor.wrong_crc = false;
	CHECK_EQUAL(measure(drivers, bench, readings), 2);
	CHECK(near(readings[0].value, 25, 0.01));
}

} // namespace mooring::test
