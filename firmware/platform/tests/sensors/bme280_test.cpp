#include "../../sensors/bme280.h"

#include <cmath>

#include "../../sensors/drivers.h"
#include "i2c_device.h"

// Bosch, BME280 data sheet BST-BME280-DS002: chapters 4.2 (trimming), 5 (registers), 9.1 (times).

namespace mooring::test {

namespace {

constexpr uint8_t ADDRESSES[] = {0x76, 0x77};
constexpr uint32_t LONGEST_MEASUREMENT_US = 9'300;
constexpr int T[] = {28485, 26735, 50}, P[] = {36738, -10635, 3024, 6980, -4, -7, 9900, -10230, 4285};
constexpr int H1 = 75, H2 = 360, H3 = 17, H4 = 327, H5 = -50, H6 = -30;

/** Raw values, and the results of the data sheet's integer arithmetic with the trimming above. */
struct Example {
	uint32_t temperature, pressure, humidity;
	double celsius, hectopascal, percent;
};
constexpr Example EXAMPLES[] = {{530'000, 330'000, 28'000, 23.66, 1029.607, 38.585},
								{480'000, 360'000, 35'000, 7.73, 953.607, 77.068},
								{380'000, 300'000, 20'000, -24.14, 999.671, 0}};

void put16(uint8_t *at, int value) {
	at[0] = static_cast<uint8_t>(value);
	at[1] = static_cast<uint8_t>(value >> 8);
}

void put20(uint8_t *at, uint32_t value) {
	at[0] = static_cast<uint8_t>(value >> 12);
	at[1] = static_cast<uint8_t>(value >> 4);
	at[2] = static_cast<uint8_t>(value << 4);
}

/** The chip's registers. A write to one of them begins a measurement, which takes time. */
class Bme280 final : public I2cDevice {
public:
	explicit Bme280(uint8_t address, uint8_t id = 0x60) : I2cDevice(address) {
		registers_[0xd0] = id;
		for (size_t i = 0; i < 3; i++) put16(registers_ + 0x88 + 2 * i, T[i]);
		for (size_t i = 0; i < 9; i++) put16(registers_ + 0x8e + 2 * i, P[i]);
		registers_[0xa1] = H1;
		put16(registers_ + 0xe1, H2);
		registers_[0xe3] = H3;
		registers_[0xe4] = static_cast<uint8_t>(H4 >> 4);
		registers_[0xe5] = static_cast<uint8_t>((H4 & 0x0f) | (H5 & 0x0f) << 4);
		registers_[0xe6] = static_cast<uint8_t>(H5 >> 4);
		registers_[0xe7] = static_cast<uint8_t>(H6);
		show({0x80000, 0x80000, 0x8000, 0, 0, 0});
	}

	Example air = EXAMPLES[0];
	bool is_unplugged = false;

private:
	bool begins(bool reads) override {
		if (measures_ && in_order(ready_at_, now_)) {
			measures_ = false;
			show(air);
		}
		takes_address_ = !reads;
		takes_value_ = false;
		return !is_unplugged;
	}
	bool takes(uint8_t byte) override {
		if (takes_value_) write(byte);
		// Register and value alternate.
		if (!takes_value_) at_ = byte;
		takes_value_ = !takes_value_;
		return takes_address_;
	}
	uint8_t gives() override {
		// A BMP280 has nothing there; whoever takes it for humidity is found out.
		if (registers_[0xd0] != IS_BME280 && (at_ >= 0xfd || at_ == 0xf2)) broken_rule = "no humidity";
		return registers_[at_++];
	}

	void write(uint8_t value) {
		registers_[at_] = value;
		if (at_ != 0xf4) return;
		const bool forced = (value & 3) == 1 || (value & 3) == 2,
				   everything = (value >> 5) == 1 && (value >> 2 & 7) == 1;
		// The value of ctrl_hum takes effect here.
		const bool has_humidity = registers_[0xd0] == IS_BME280;
		measures_ = forced && everything && (!has_humidity || (registers_[0xf2] & 7) == 1);
		ready_at_ = now_ + LONGEST_MEASUREMENT_US;
	}
	void show(const Example &raw) {
		put20(registers_ + 0xf7, raw.pressure);
		put20(registers_ + 0xfa, raw.temperature);
		registers_[0xfd] = static_cast<uint8_t>(raw.humidity >> 8);
		registers_[0xfe] = static_cast<uint8_t>(raw.humidity);
	}

	uint8_t registers_[256] = {};
	uint8_t at_ = 0;
	bool takes_address_ = false, takes_value_ = false, measures_ = false;
	uint32_t ready_at_ = 0;
};

wire::SensorConfig config(uint32_t type = mooring_v2_SensorType_SENSOR_TYPE_BME280) {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = static_cast<uint8_t>(type);
	sensor.pin = I2cDevice::DATA;
	sensor.pin2 = I2cDevice::CLOCK;
	return sensor;
}

void check_nothing(const Reading readings[MAX_READINGS]) {
	for (size_t i = 0; i < 3; i++) CHECK(std::isnan(readings[i].value));
}

} // namespace

TEST(Bme280, ConvertsTheExampleOfItsFamily) {
	// Bosch, BMP280 data sheet, 3.12: its temperature and pressure are converted in the same way.
	const int words[] = {27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000};
	uint8_t trimming[BME280_TRIMMING_BYTES] = {};
	for (size_t i = 0; i < 12; i++) put16(trimming + 2 * i, words[i]);
	uint8_t bytes[BME280_BYTES] = {};
	put20(bytes, 415'148);
	put20(bytes + 3, 519'888);
	float celsius, percent, hectopascal;
	CHECK(bme280_convert(trimming, bytes, &celsius, &percent, &hectopascal));
	CHECK(near(celsius, 25.08, 0.005));
	CHECK(near(hectopascal, 1006.5327, 0.001));
}

TEST(Bme280, MeasuresLikeTheArithmeticOfItsDataSheet_AtEitherAddress) {
	for (const uint8_t address : ADDRESSES) {
		Bme280 sensor(address);
		Bench bench(sensor);
		bench.interrupts_us = 200;
		Drivers drivers(bench);
		uint64_t now = 0;
		for (const Example &example : EXAMPLES) {
			sensor.air = example;
			Reading readings[MAX_READINGS];
			CHECK_EQUAL(drivers.read(config(), now, readings), 0);
			CHECK_EQUAL(drivers.read(config(), now + BME280_MEASUREMENT_MS - 1, readings), 0);
			bench.sleep_us(1'000 * BME280_MEASUREMENT_MS);
			CHECK_EQUAL(drivers.read(config(), now + BME280_MEASUREMENT_MS, readings), 3);
			CHECK(readings[0].unit == mooring_v2_Unit_UNIT_CELSIUS && near(readings[0].value, example.celsius, 0.01));
			CHECK(readings[1].unit == mooring_v2_Unit_UNIT_PERCENT && near(readings[1].value, example.percent, 0.05));
			CHECK(readings[2].unit == mooring_v2_Unit_UNIT_HECTOPASCAL &&
				  near(readings[2].value, example.hectopascal, 0.01));
			now += 10'000;
		}
		CHECK(sensor.broken_rule == nullptr);
	}
}

TEST(Bme280, ThatHasNotMeasuredYet_HasNoValues) {
	Bme280 sensor(0x76);
	Bench bench(sensor);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
	CHECK_EQUAL(drivers.read(config(), BME280_MEASUREMENT_MS, readings), 3);
	check_nothing(readings);
}

TEST(Bme280, OutsideItsRange_HasNoValue) {
	const struct {
		Example air;
		bool celsius, percent, hectopascal;
	} examples[] = {
		{{0, 330'000, 28'000, 0, 0, 0}, false, false, false},		// colder than it can be
		{{0xfffff, 330'000, 28'000, 0, 0, 0}, false, false, false}, // and warmer
		{{530'000, 0, 28'000, 0, 0, 0}, true, true, false},			// more pressure than it can measure
		{{530'000, 0xfffff, 28'000, 0, 0, 0}, true, true, false},	// and less
		{{530'000, 0x80000, 28'000, 0, 0, 0}, true, true, false},	// pressure was not measured
		{{530'000, 330'000, 0x8000, 0, 0, 0}, true, false, true},	// humidity was not measured
	};
	for (const auto &[air, celsius, percent, hectopascal] : examples) {
		Bme280 sensor(0x76);
		Bench bench(sensor);
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		sensor.air = air;
		CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
		bench.sleep_us(1'000 * BME280_MEASUREMENT_MS);
		CHECK_EQUAL(drivers.read(config(), BME280_MEASUREMENT_MS, readings), 3);
		CHECK(std::isnan(readings[0].value) != celsius);
		CHECK(std::isnan(readings[1].value) != percent);
		CHECK(std::isnan(readings[2].value) != hectopascal);
	}
}

TEST(Bme280, TrimmingThatNobodySent_IsNoTemperature) {
	float celsius, percent, hectopascal;
	uint8_t trimming[BME280_TRIMMING_BYTES], bytes[BME280_BYTES] = {};
	put20(bytes + 3, 519'888);
	for (const int level : {0x00, 0xff}) {
		memset(trimming, level, sizeof trimming);
		CHECK(!bme280_convert(trimming, bytes, &celsius, &percent, &hectopascal));
	}
}

TEST(Bmp280, MeasuresTemperatureAndPressure_AtEitherAddress) {
	const wire::SensorConfig bmp280 = config(mooring_v2_SensorType_SENSOR_TYPE_BMP280);
	for (const uint8_t address : ADDRESSES) {
		Bme280 sensor(address, IS_BMP280);
		Bench bench(sensor);
		bench.interrupts_us = 200;
		Drivers drivers(bench);
		uint64_t now = 0;
		for (const Example &example : EXAMPLES) {
			sensor.air = example;
			Reading readings[MAX_READINGS];
			CHECK_EQUAL(drivers.read(bmp280, now, readings), 0);
			bench.sleep_us(1'000 * BME280_MEASUREMENT_MS);
			CHECK_EQUAL(drivers.read(bmp280, now + BME280_MEASUREMENT_MS, readings), 2);
			CHECK(readings[0].unit == mooring_v2_Unit_UNIT_CELSIUS && near(readings[0].value, example.celsius, 0.01));
			CHECK(readings[1].unit == mooring_v2_Unit_UNIT_HECTOPASCAL &&
				  near(readings[1].value, example.hectopascal, 0.01));
			now += 10'000;
		}
		CHECK(sensor.broken_rule == nullptr);
	}
}

TEST(Bme280, TheOtherChipAtItsAddress_IsNotTakenForIt) {
	const struct {
		uint8_t chip;
		uint32_t type;
		size_t count;
	} pairs[] = {{IS_BMP280, mooring_v2_SensorType_SENSOR_TYPE_BME280, 3},
				 {IS_BME280, mooring_v2_SensorType_SENSOR_TYPE_BMP280, 2}};
	for (const auto &[chip, type, count] : pairs) {
		Bme280 sensor(0x76, chip);
		Bench bench(sensor);
		Drivers drivers(bench);
		Reading readings[MAX_READINGS];
		CHECK_EQUAL(drivers.read(config(type), 0, readings), count);
		for (size_t i = 0; i < count; i++) CHECK(std::isnan(readings[i].value));
	}
}

TEST(Bme280, UnpluggedBetweenItsMeasurementAndTheRead_HasNoValues_AndComesBack) {
	Bme280 sensor(0x76);
	Bench bench(sensor);
	Drivers drivers(bench);
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(config(), 0, readings), 0);
	sensor.is_unplugged = true;
	bench.sleep_us(1'000 * BME280_MEASUREMENT_MS);
	CHECK_EQUAL(drivers.read(config(), BME280_MEASUREMENT_MS, readings), 3);
	check_nothing(readings);
	CHECK_EQUAL(drivers.read(config(), 1'000, readings), 3);
	sensor.is_unplugged = false;
	CHECK_EQUAL(drivers.read(config(), 2'000, readings), 0);
	bench.sleep_us(1'000 * BME280_MEASUREMENT_MS);
	CHECK_EQUAL(drivers.read(config(), 2'000 + BME280_MEASUREMENT_MS, readings), 3);
	CHECK(near(readings[0].value, EXAMPLES[0].celsius, 0.01));
}

} // namespace mooring::test
