#include "../../sensors/bh1750.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "i2c_device.h"

// Rohm, BH1750FVI technical note 11046EDT01: "Electrical Characteristics" (times), "Measurement Procedure" (example).

namespace mooring::test {

namespace {

constexpr uint8_t ADDRESSES[] = {0x23, 0x5c};
constexpr uint32_t LONGEST_MEASUREMENT_US = 180'000;
constexpr uint8_t ONCE_IN_HIGH_RESOLUTION = 0x20;

/** Its result is that of the measurement before until the new one is done. */
class Bh1750 final : public I2cDevice {
public:
	explicit Bh1750(uint8_t address) : I2cDevice(address) {}

	uint16_t light = 0;
	bool is_unplugged = false;

private:
	bool begins(bool) override {
		if (measures_ && in_order(ready_at_, now_)) {
			result_ = light;
			measures_ = false;
		}
		bytes_ = 0;
		return !is_unplugged;
	}
	bool takes(uint8_t byte) override {
		measures_ = byte == ONCE_IN_HIGH_RESOLUTION;
		ready_at_ = now_ + LONGEST_MEASUREMENT_US;
		return measures_;
	}
	uint8_t gives() override { return static_cast<uint8_t>(bytes_++ == 0 ? result_ >> 8 : result_); }

	bool measures_ = false;
	uint16_t result_ = 0;
	int bytes_ = 0;
	uint32_t ready_at_ = 0;
};

wire::SensorConfig config() {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_BH1750;
	sensor.pin = I2cDevice::DATA;
	sensor.pin2 = I2cDevice::CLOCK;
	return sensor;
}

} // namespace

TEST(Bh1750, ConvertsTheExampleOfItsTechnicalNote) {
	const uint8_t bytes[] = {0x83, 0x90}, brightest[] = {0xff, 0xff}, dark[] = {0, 0};
	CHECK(near(bh1750_convert(bytes), 28'067, 0.5));
	CHECK(near(bh1750_convert(brightest), 54'612.5, 0.01));
	CHECK(bh1750_convert(dark) == 0);
}

TEST(Bh1750, MeasuresEachLightAnew_AtEitherAddress) {
	for (const uint8_t address : ADDRESSES) {
		Bh1750 sensor(address);
		Bench bench(sensor);
		bench.interrupts_us = 200;
		Drivers drivers(bench);
		uint64_t now = 0;
		for (const uint16_t light : {uint16_t{0x8390}, uint16_t{12}, uint16_t{0}, uint16_t{0xffff}}) {
			sensor.light = light;
			Reading readings[MAX_READINGS];
			CHECK_EQUAL(drivers.read(config(), now, readings), 0);
			CHECK_EQUAL(drivers.read(config(), now + BH1750_MEASUREMENT_MS - 1, readings), 0);
			bench.sleep_us(1'000 * BH1750_MEASUREMENT_MS);
			CHECK_EQUAL(drivers.read(config(), now + BH1750_MEASUREMENT_MS, readings), 1);
			CHECK(readings[0].unit == mooring_v2_Unit_UNIT_LUX && near(readings[0].value, light / 1.2, 0.01));
			now += 10'000;
		}
		CHECK(sensor.broken_rule == nullptr);
	}
}

TEST(Bh1750, UnpluggedBetweenItsMeasurementAndTheRead_HasNoValue_AndComesBack) {
	Bh1750 sensor(0x23);
	sensor.light = 120;
	Bench bench(sensor);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
	sensor.is_unplugged = true;
	CHECK_EQUAL(drivers.read(config(), BH1750_MEASUREMENT_MS, readings), 1);
	CHECK(std::isnan(readings[0].value));
	sensor.is_unplugged = false;
	CHECK_EQUAL(drivers.read(config(), 1'000, readings), 0);
	bench.sleep_us(1'000 * BH1750_MEASUREMENT_MS);
	CHECK_EQUAL(drivers.read(config(), 1'000 + BH1750_MEASUREMENT_MS, readings), 1);
	CHECK(near(readings[0].value, 100, 0.01));
}

} // namespace mooring::test
