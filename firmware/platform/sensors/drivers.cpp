#include "drivers.h"

#include <cmath>

#include "bme280.h"
#include "dht22.h"
#include "ds18b20.h"
#include "sht3x.h"

namespace mooring {

namespace {

uint32_t measurement_ms(uint32_t type) {
	switch (type) {
		case mooring_v2_SensorType_SENSOR_TYPE_DS18B20:
			return DS18B20_CONVERSION_MS;
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
			return SHT3X_MEASUREMENT_MS;
		case mooring_v2_SensorType_SENSOR_TYPE_BME280:
			return BME280_MEASUREMENT_MS;
		default: // a DHT22 answers at once with what it measured since it was asked last
			return 0;
	}
}

/** Fills in the quantities that a sensor measures, without values. */
size_t blank(uint32_t type, Reading out[MAX_READINGS]) {
	out[0] = {mooring_v2_Unit_UNIT_CELSIUS, NAN};
	out[1] = {mooring_v2_Unit_UNIT_PERCENT, NAN};
	out[2] = {mooring_v2_Unit_UNIT_HECTOPASCAL, NAN};
	return type == mooring_v2_SensorType_SENSOR_TYPE_DS18B20  ? 1
		   : type == mooring_v2_SensorType_SENSOR_TYPE_BME280 ? 3
															  : 2;
}

struct Range {
	float least, most;
};
constexpr Range PERCENT = {0, 100};

/** From the data sheet that the driver's header names. */
Range celsius_range(uint32_t type) {
	switch (type) {
		case mooring_v2_SensorType_SENSOR_TYPE_DHT22:
			return {-40, 80};
		case mooring_v2_SensorType_SENSOR_TYPE_BME280:
			return {-40, 85};
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
			return {-40, 125};
		default: // DS18B20
			return {-55, 125};
	}
}
constexpr Range HECTOPASCAL = {300, 1100};

void keep_if_possible(const Range &range, float *value) {
	if (!(*value >= range.least && *value <= range.most)) *value = NAN;
}

/** Drops values that the sensor cannot measure. Without a temperature the others cannot be trusted either. */
void keep_what_is_possible(uint32_t type, Reading out[MAX_READINGS]) {
	keep_if_possible(celsius_range(type), &out[0].value);
	keep_if_possible(PERCENT, &out[1].value);
	keep_if_possible(HECTOPASCAL, &out[2].value);
	if (std::isnan(out[0].value)) blank(type, out);
}

} // namespace

bool Drivers::knows(const wire::SensorConfig &sensor) {
	return sensor.type >= mooring_v2_SensorType_SENSOR_TYPE_DHT22 &&
		   sensor.type <= mooring_v2_SensorType_SENSOR_TYPE_BME280;
}

size_t Drivers::read(const wire::SensorConfig &sensor, uint64_t now_ms, Reading out[MAX_READINGS]) {
	Slot &slot = slot_of(sensor.id);
	const size_t count = blank(sensor.type, out);
	const uint32_t takes = measurement_ms(sensor.type);
	if (takes > 0 && !slot.measuring) {
		slot.since_ms = now_ms;
		slot.measuring = start(sensor, &slot);
		return slot.measuring ? 0 : count;
	}
	if (now_ms - slot.since_ms < takes) return 0;
	slot.measuring = false;
	if (finish(sensor, slot, out))
		keep_what_is_possible(sensor.type, out);
	else
		blank(sensor.type, out);
	return count;
}

/** This sensor's slot; or else the oldest, whose sensor may well be gone. */
Drivers::Slot &Drivers::slot_of(uint32_t id) {
	for (Slot &slot : slots_)
		if (slot.id == id) return slot;
	Slot &slot = slots_[next_];
	next_ = (next_ + 1) % MAX_SENSORS;
	slot = {};
	slot.id = id;
	return slot;
}

bool Drivers::start(const wire::SensorConfig &sensor, Slot *slot) {
	if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_DS18B20) return ds18b20_start(pins_, sensor.pin);
	I2c i2c(pins_, sensor.pin, sensor.pin2);
	return sensor.type == mooring_v2_SensorType_SENSOR_TYPE_SHT3X ? sht3x_start(i2c, &slot->address)
																  : bme280_start(i2c, &slot->address);
}

bool Drivers::finish(const wire::SensorConfig &sensor, const Slot &slot, Reading out[MAX_READINGS]) {
	if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_DHT22) {
		uint8_t bytes[DHT22_BYTES];
		return dht22_read(pins_, sensor.pin, bytes) && dht22_convert(bytes, &out[0].value, &out[1].value);
	}
	if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_DS18B20) {
		uint8_t bytes[DS18B20_BYTES];
		return ds18b20_read(pins_, sensor.pin, bytes) && ds18b20_convert(bytes, &out[0].value);
	}
	I2c i2c(pins_, sensor.pin, sensor.pin2);
	if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_SHT3X) {
		uint8_t bytes[SHT3X_BYTES];
		return sht3x_read(i2c, slot.address, bytes) && sht3x_convert(bytes, &out[0].value, &out[1].value);
	}
	uint8_t trimming[BME280_TRIMMING_BYTES], bytes[BME280_BYTES];
	return bme280_read(i2c, slot.address, trimming, bytes) &&
		   bme280_convert(trimming, bytes, &out[0].value, &out[1].value, &out[2].value);
}

} // namespace mooring
