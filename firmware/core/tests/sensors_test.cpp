#include <cmath>

#include "../../platform/sensors/bme280.h"
#include "../../platform/sensors/dht22.h"
#include "../../platform/sensors/drivers.h"
#include "../../platform/sensors/ds18b20.h"
#include "../../platform/sensors/sht3x.h"
#include "test.h"

// The sensors' drivers, on pins whose time is counted, against the examples of the data sheets.

namespace mooring::test {

namespace {

bool near(double found, double wanted, double by = 0.01) { return std::fabs(found - wanted) <= by; }

/** One wire that somebody at its other end pulls low, too. Every look at it or at the clock takes a microsecond. */
class Wire : public Pins {
public:
	void prepare(uint32_t) override { low_ = false; }
	void drive_low(uint32_t) override {
		low_ = true;
		fell_at_ = now;
		fell();
	}
	void let_go(uint32_t) override {
		low_ = false;
		rose(now - fell_at_);
	}
	bool is_high(uint32_t) override {
		now++;
		return !low_ && !is_pulled_low();
	}
	uint32_t now_us() override { return ++now; }
	void wait_us(uint32_t us) override { now += us; }
	void begin_undisturbed() override { undisturbed++; }
	void end_undisturbed() override { undisturbed--; }

	uint32_t now = UINT32_MAX - 500; // it runs over in the middle
	int undisturbed = 0;

protected:
	virtual bool is_pulled_low() { return false; }
	virtual void fell() {}
	virtual void rose(uint32_t) {}

private:
	bool low_ = false;
	uint32_t fell_at_ = 0;
};

/** The data sheet's pulses: answer, then 40 bits. */
class Dht22 final : public Wire {
public:
	explicit Dht22(const uint8_t *bytes) : bytes_(bytes) {}

protected:
	void rose(uint32_t was_low_us) override { asked_at_ = was_low_us >= 1'000 ? now : 0; }
	bool is_pulled_low() override {
		if (asked_at_ == 0) return false;
		uint32_t at = now - asked_at_;
		if (at < WAITS_US) return false;
		if (at < WAITS_US + ANSWER_US) return true;
		if (at < WAITS_US + 2 * ANSWER_US) return false;
		at -= WAITS_US + 2 * ANSWER_US;
		for (int bit = 0; bit < 40; bit++) {
			const uint32_t high = (bytes_[bit / 8] >> (7 - bit % 8) & 1) != 0 ? 70 : 26;
			if (at < 50) return true;
			if (at < 50 + high) return false;
			at -= 50 + high;
		}
		return at < 50;
	}

private:
	static constexpr uint32_t WAITS_US = 30, ANSWER_US = 80;

	const uint8_t *bytes_;
	uint32_t asked_at_ = 0;
};

/** Answers a reset, hears commands, and gives its scratchpad when it was asked for. */
class Ds18b20 final : public Wire {
public:
	explicit Ds18b20(const uint8_t *scratchpad) : scratchpad_(scratchpad) {}

	uint8_t heard[8] = {};
	int bits = 0;

protected:
	void fell() override {
		if (!sends()) return;
		pulls_from_ = now;
		pulls_until_ = (scratchpad_[sent_ / 8] >> sent_ % 8 & 1) != 0 ? now : now + 30;
	}
	void rose(uint32_t low_us) override {
		if (low_us >= 480) {
			bits = sent_ = 0;
			pulls_from_ = now + 30;
			pulls_until_ = now + 150;
		} else if (sends())
			sent_++;
		else {
			const int value = low_us < 15 ? 1 : 0;
			heard[bits / 8] = static_cast<uint8_t>(heard[bits / 8] & ~(1 << bits % 8));
			heard[bits / 8] = static_cast<uint8_t>(heard[bits / 8] | value << bits % 8);
			bits++;
		}
	}
	bool is_pulled_low() override {
		return static_cast<int32_t>(now - pulls_from_) >= 0 && static_cast<int32_t>(now - pulls_until_) < 0;
	}

private:
	bool sends() const { return bits == 16 && heard[1] == 0xbe && sent_ < 72; }

	const uint8_t *scratchpad_;
	int sent_ = 0;
	uint32_t pulls_from_ = 0, pulls_until_ = 0;
};

wire::SensorConfig sensor(uint32_t type) {
	wire::SensorConfig config = mooring_v2_SensorConfig_init_zero;
	config.id = 1;
	config.type = type;
	config.pin = 4;
	config.pin2 = 5;
	return config;
}

} // namespace

TEST(Dht22, ExamplesOfItsManual) {
	float celsius, percent;
	const uint8_t warm[] = {0x02, 0x8c, 0x01, 0x5f, 0xee}, cold[] = {0x02, 0x8c, 0x80, 0x65, 0x73};
	CHECK(dht22_convert(warm, &celsius, &percent));
	CHECK(near(celsius, 35.1) && near(percent, 65.2));
	CHECK(dht22_convert(cold, &celsius, &percent));
	CHECK(near(celsius, -10.1));
	const uint8_t wrong[] = {0x02, 0x8c, 0x01, 0x5f, 0xef};
	CHECK(!dht22_convert(wrong, &celsius, &percent));
}

TEST(Dht22, ReadsItsPulses_OverTheEndOfTheClock) {
	const uint8_t warm[] = {0x02, 0x8c, 0x01, 0x5f, 0xee};
	Dht22 there(warm);
	uint8_t read[DHT22_BYTES];
	CHECK(dht22_read(there, 4, read));
	CHECK_BYTES((Bytes{read, sizeof read}), (Bytes{warm, sizeof warm}));
	CHECK_EQUAL(there.undisturbed, 0);
	Wire nobody;
	CHECK(!dht22_read(nobody, 4, read));
	CHECK_EQUAL(nobody.undisturbed, 0);
}

TEST(Ds18b20, ExamplesOfItsDataSheet) {
	// The data sheet's table of temperatures, with the rest of the scratchpad as at power-on.
	uint8_t scratchpad[] = {0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10, 0x1c};
	float celsius = 0;
	CHECK(ds18b20_convert(scratchpad, &celsius));
	CHECK(near(celsius, 85));
	scratchpad[0] ^= 1;
	CHECK(!ds18b20_convert(scratchpad, &celsius));
	const uint8_t zeros[DS18B20_BYTES] = {};
	CHECK(!ds18b20_convert(zeros, &celsius));
}

TEST(Ds18b20, IsAsked_AndReadWhenItIsDone) {
	const uint8_t scratchpad[] = {0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10, 0x1c};
	Ds18b20 there(scratchpad);
	Drivers drivers(there);
	Reading readings[MAX_READINGS];
	const wire::SensorConfig config = sensor(mooring_v2_SensorType_SENSOR_TYPE_DS18B20);
	CHECK(Drivers::knows(config));
	CHECK_EQUAL(drivers.read(config, 1'000, readings), 0);
	CHECK_EQUAL(there.heard[0], 0xcc);
	CHECK_EQUAL(there.heard[1], 0x44);
	CHECK_EQUAL(drivers.read(config, 1'000 + DS18B20_CONVERSION_MS - 1, readings), 0);
	CHECK_EQUAL(drivers.read(config, 1'000 + DS18B20_CONVERSION_MS, readings), 1);
	CHECK(near(readings[0].value, 85));
}

TEST(Sht3x, ConvertsAsItsDataSheetSays) {
	// 0xBEEF has the CRC 0x92 there.
	const uint8_t bytes[] = {0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92};
	float celsius, percent;
	CHECK(sht3x_convert(bytes, &celsius, &percent));
	CHECK(near(celsius, -45 + 175 * 48'879 / 65'535.0) && near(percent, 100 * 48'879 / 65'535.0));
	const uint8_t wrong[] = {0xbe, 0xef, 0x92, 0xbe, 0xef, 0x93};
	CHECK(!sht3x_convert(wrong, &celsius, &percent));
}

TEST(Bme280, ConvertsTheExampleOfItsFamily) {
	// Bosch, BMP280 data sheet, 3.12: its temperature and pressure are converted in the same way.
	const int trimming_words[] = {27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000};
	uint8_t trimming[BME280_TRIMMING_BYTES] = {};
	for (size_t i = 0; i < 12; i++) {
		trimming[2 * i] = static_cast<uint8_t>(trimming_words[i]);
		trimming[2 * i + 1] = static_cast<uint8_t>(trimming_words[i] >> 8);
	}
	// A humidity that is a straight line: H2 = 0x0172, H4 = 0x140, the others 0.
	trimming[26] = 0x72;
	trimming[27] = 0x01;
	trimming[29] = 0x14;
	const uint8_t bytes[] = {0x65, 0x5a, 0xc0, 0x7e, 0xed, 0x00, 0x6f, 0x00};
	float celsius, percent, hectopascal;
	CHECK(bme280_convert(trimming, bytes, &celsius, &percent, &hectopascal));
	CHECK(near(celsius, 25.08));
	CHECK(near(hectopascal, 1006.5327));
	CHECK(near(percent, (0x6f00 - 0x140 * 64) * 370 / 65'536.0));
	const uint8_t before[] = {0x80, 0, 0, 0x80, 0, 0, 0x80, 0};
	CHECK(!bme280_convert(trimming, before, &celsius, &percent, &hectopascal));
}

TEST(Drivers, SensorThatDoesNotAnswer_HasNoValues) {
	Wire nobody;
	Drivers drivers(nobody);
	Reading readings[MAX_READINGS];
	CHECK_EQUAL(drivers.read(sensor(mooring_v2_SensorType_SENSOR_TYPE_DHT22), 0, readings), 2);
	CHECK(std::isnan(readings[0].value) && std::isnan(readings[1].value));
	CHECK_EQUAL(drivers.read(sensor(mooring_v2_SensorType_SENSOR_TYPE_DS18B20), 0, readings), 1);
	CHECK(std::isnan(readings[0].value));
	CHECK_EQUAL(drivers.read(sensor(mooring_v2_SensorType_SENSOR_TYPE_SHT3X), 0, readings), 2);
	CHECK_EQUAL(drivers.read(sensor(mooring_v2_SensorType_SENSOR_TYPE_BME280), 0, readings), 3);
	CHECK(std::isnan(readings[2].value));
	CHECK(!Drivers::knows(sensor(mooring_v2_SensorType_SENSOR_TYPE_VIRTUAL)));
}

} // namespace mooring::test
