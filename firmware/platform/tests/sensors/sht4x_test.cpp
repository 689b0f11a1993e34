#include "../../sensors/sht.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "i2c_device.h"
#include "sensirion_crc.h"

// Sensirion, Datasheet SHT4x: chapters 3.1 (times), 4.4 (CRC), 4.5 (commands), 4.6 (conversion).

namespace mooring::test {

namespace {

constexpr uint8_t ADDRESSES[] = {0x44, 0x45, 0x46};
constexpr uint32_t LONGEST_MEASUREMENT_US = 8'300;
constexpr uint8_t HIGH_PRECISION = 0xfd;

/** While it measures it does not answer to its address. A result can be read once. */
class Sht4x final : public I2cDevice {
public:
	explicit Sht4x(uint8_t address) : I2cDevice(address) {}

	uint16_t temperature = 0x6666, humidity = 0x8000;
	bool wrong_crc = false;

private:
	bool begins(bool reads) override {
		bytes_ = 0;
		if (!reads) return !measures_ || in_order(ready_at_, now_);
		return measures_ && in_order(ready_at_, now_);
	}
	bool takes(uint8_t byte) override {
		measures_ = byte == HIGH_PRECISION;
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
	int bytes_ = 0;
	uint32_t ready_at_ = 0;
};

wire::SensorConfig config() {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_SHT4X;
	sensor.pin = I2cDevice::DATA;
	sensor.pin2 = I2cDevice::CLOCK;
	return sensor;
}

/** A whole measurement: begins it, and reads the result when it is ready. */
size_t measure(Drivers &drivers, Bench &bench, Reading out[MAX_READINGS]) {
	CHECK_EQUAL(drivers.read(config(), 0, out), 0);
	CHECK_EQUAL(drivers.read(config(), SHT4X_MEASUREMENT_MS - 1, out), 0);
	bench.sleep_us(1'000 * SHT4X_MEASUREMENT_MS);
	return drivers.read(config(), SHT4X_MEASUREMENT_MS, out);
}

} // namespace

TEST(Sht4x, ConvertsAsItsDataSheetSays) {
	const uint8_t bytes[] = {0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92}, ends[] = {0, 0, 0x81, 0xff, 0xff, 0xac},
				  dry[] = {0xbe, 0xef, 0x92, 0, 0, 0x81};
	float celsius, percent;
	CHECK(sht4x_convert(bytes, &celsius, &percent));
	CHECK(near(celsius, 85.523, 0.001) && near(percent, 87.231, 0.001));
	CHECK(sht4x_convert(ends, &celsius, &percent));
	CHECK(near(celsius, -45, 0.001) && near(percent, 100, 0.001));
	CHECK(sht4x_convert(dry, &celsius, &percent));
	CHECK(near(percent, 0, 0.001));
}

TEST(Sht4x, AnyWrongBit_DoesNotFitItsCrc) {
	const uint8_t good[] = {0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92};
	for (int bit = 0; bit < 48; bit++) {
		uint8_t wrong[sizeof good];
		memcpy(wrong, good, sizeof wrong);
		wrong[bit / 8] = static_cast<uint8_t>(wrong[bit / 8] ^ 1 << bit % 8);
		float celsius, percent;
		CHECK(!sht4x_convert(wrong, &celsius, &percent));
	}
}

TEST(Sht4x, IsMeasuredAtAnyOfItsAddresses) {
	for (const uint8_t address : ADDRESSES) {
		Sht4x sensor(address);
		Bench bench(sensor);
		bench.interrupts_us = 200;
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		for (int i = 0; i < 2; i++) CHECK_EQUAL(measure(drivers, bench, readings), 2);
		CHECK(readings[0].unit == mooring_v2_Unit_UNIT_CELSIUS && near(readings[0].value, 25, 0.01));
		CHECK(readings[1].unit == mooring_v2_Unit_UNIT_PERCENT && near(readings[1].value, 56.501, 0.01));
		CHECK(sensor.broken_rule == nullptr);
	}
}

TEST(Sht4x, NotReadyYetOrDisturbed_HasNoValues) {
	Sht4x sensor(0x44);
	Bench bench(sensor);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	// The board's clock is ahead: the sensor still measures, and does not answer.
	CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
	CHECK_EQUAL(drivers.read(config(), SHT4X_MEASUREMENT_MS, readings), 2);
	CHECK(std::isnan(readings[0].value) && std::isnan(readings[1].value));
	bench.sleep_us(1'000 * SHT4X_MEASUREMENT_MS);
	sensor.wrong_crc = true;
	CHECK_EQUAL(measure(drivers, bench, readings), 2);
	CHECK(std::isnan(readings[0].value) && std::isnan(readings[1].value));
	sensor.wrong_crc = false;
	CHECK_EQUAL(measure(drivers, bench, readings), 2);
	CHECK(near(readings[0].value, 25, 0.01));
}

} // namespace mooring::test
