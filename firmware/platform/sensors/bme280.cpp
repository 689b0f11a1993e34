#include "bme280.h"

#include <cmath>

namespace mooring {

namespace {

constexpr uint8_t ADDRESSES[] = {0x76, 0x77};
constexpr uint8_t ID = 0xd0;
constexpr uint8_t TRIMMING = 0x88, TRIMMING_OF_HUMIDITY = 0xe1, DATA = 0xf7;
constexpr size_t FIRST_TRIMMING_BYTES = 26;
/**
 * Sample humidity once; temperature and pressure once, in one measurement, then sleep. CTRL_HUM takes effect with
 * CTRL_MEAS.
 */
constexpr uint8_t CTRL_HUM[] = {0xf2, 0x01}, CTRL_MEAS[] = {0xf4, 0x25};
/** What the registers hold if nothing was measured. */
constexpr int32_t NO_MEASUREMENT = 0x80000, NO_HUMIDITY = 0x8000;
/** What an undriven bus reads as. No chip is trimmed so. */
constexpr int NOT_TRIMMED_LOW = 0, NOT_TRIMMED_HIGH = 0xffff;

bool read_from(I2c &i2c, uint8_t address, uint8_t first, uint8_t *out, size_t size) {
	return i2c.write(address, &first, 1) && i2c.read(address, out, size);
}

double u16(const uint8_t *at) { return at[0] | at[1] << 8; }
double s16(const uint8_t *at) { return static_cast<int16_t>(at[0] | at[1] << 8); }
int32_t twenty_bits(const uint8_t *at) { return at[0] << 12 | at[1] << 4 | at[2] >> 4; }

/** `fine` is the temperature in 1/5120 °C, by which pressure and humidity are corrected. */
double hectopascal_of(const uint8_t *trimming, int32_t raw, double fine) {
	const uint8_t *p = trimming + 6; // dig_P1 to dig_P9
	const double x = fine / 2 - 64'000;
	const double squared = x * x;
	const double offset = s16(p + 6) * 65'536 + squared * s16(p + 10) / 131'072 + x * s16(p + 8) / 2;
	const double slope = (squared * s16(p + 4) / 524'288 + x * s16(p + 2)) / 524'288;
	const double sensitivity = (1 + slope / 32'768) * u16(p);
	if (sensitivity <= 0) return 0;
	const double pascal = (1'048'576 - raw - offset / 4'096) * 6'250 / sensitivity;
	const double correction =
		pascal * pascal * s16(p + 16) / 2'147'483'648.0 + pascal * s16(p + 14) / 32'768 + s16(p + 12);
	return (pascal + correction / 16) / 100;
}

double percent_of(const uint8_t *trimming, int32_t raw, double fine) {
	const uint8_t *h = trimming + FIRST_TRIMMING_BYTES; // dig_H2 to dig_H6; dig_H1 is the last one before them
	const double h1 = trimming[FIRST_TRIMMING_BYTES - 1], h2 = s16(h), h3 = h[2];
	// Two signed numbers of twelve bits share three bytes.
	const double h4 = static_cast<int8_t>(h[3]) * 16 + (h[4] & 0x0f);
	const double h5 = static_cast<int8_t>(h[5]) * 16 + (h[4] >> 4);
	const double h6 = static_cast<int8_t>(h[6]);
	const double x = fine - 76'800;
	const double linear = raw - (h4 * 64 + h5 / 16'384 * x);
	const double slope = h2 / 65'536 * (1 + h6 / 67'108'864 * x * (1 + h3 / 67'108'864 * x));
	const double percent = linear * slope;
	const double corrected = percent * (1 - h1 * percent / 524'288);
	return corrected < 0 ? 0 : corrected > 100 ? 100 : corrected;
}

} // namespace

bool bme280_start(I2c &i2c, uint8_t chip, uint8_t *address) {
	for (uint8_t one : ADDRESSES) {
		uint8_t id = 0;
		*address = one;
		if (read_from(i2c, one, ID, &id, 1) && id == chip)
			return (chip == IS_BMP280 || i2c.write(one, CTRL_HUM, sizeof CTRL_HUM)) &&
				   i2c.write(one, CTRL_MEAS, sizeof CTRL_MEAS);
	}
	return false;
}

bool bme280_read(I2c &i2c, uint8_t chip, uint8_t address, uint8_t trimming[BME280_TRIMMING_BYTES],
				 uint8_t out[BME280_BYTES]) {
	const bool has_humidity = chip == IS_BME280;
	out[6] = NO_HUMIDITY >> 8;
	out[7] = 0;
	return read_from(i2c, address, TRIMMING, trimming, FIRST_TRIMMING_BYTES) &&
		   (!has_humidity || read_from(i2c, address, TRIMMING_OF_HUMIDITY, trimming + FIRST_TRIMMING_BYTES,
									   BME280_TRIMMING_BYTES - FIRST_TRIMMING_BYTES)) &&
		   read_from(i2c, address, DATA, out, has_humidity ? BME280_BYTES : BMP280_BYTES);
}

bool bme280_convert(const uint8_t trimming[BME280_TRIMMING_BYTES], const uint8_t bytes[BME280_BYTES], float *celsius,
					float *percent, float *hectopascal) {
	const int32_t pressure = twenty_bits(bytes), temperature = twenty_bits(bytes + 3),
				  humidity = bytes[6] << 8 | bytes[7];
	const int first = trimming[0] | trimming[1] << 8;
	if (temperature == NO_MEASUREMENT || first == NOT_TRIMMED_LOW || first == NOT_TRIMMED_HIGH) return false;
	const double t1 = u16(trimming), t2 = s16(trimming + 2), t3 = s16(trimming + 4);
	const double x = temperature / 16'384.0 - t1 / 1'024, y = temperature / 131'072.0 - t1 / 8'192;
	const double fine = x * t2 + y * y * t3;
	*celsius = static_cast<float>(fine / 5'120);
	*hectopascal = pressure == NO_MEASUREMENT ? NAN : static_cast<float>(hectopascal_of(trimming, pressure, fine));
	*percent = humidity == NO_HUMIDITY ? NAN : static_cast<float>(percent_of(trimming, humidity, fine));
	return true;
}

} // namespace mooring
