#include "drivers.h"

#include <cmath>

#include "../../core/controls/sensor_types.h"
#include "bh1750.h"
#include "bme280.h"
#include "dht.h"
#include "ds18b20.h"
#include "sht.h"

namespace mooring {

namespace {

uint32_t measurement_ms(uint32_t type) {
	switch (type) {
		case mooring_v2_SensorType_SENSOR_TYPE_DS18B20:
			return DS18B20_CONVERSION_MS;
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
			return SHT3X_MEASUREMENT_MS;
		case mooring_v2_SensorType_SENSOR_TYPE_SHT4X:
			return SHT4X_MEASUREMENT_MS;
		case mooring_v2_SensorType_SENSOR_TYPE_BME280:
		case mooring_v2_SensorType_SENSOR_TYPE_BMP280:
			return BME280_MEASUREMENT_MS;
		case mooring_v2_SensorType_SENSOR_TYPE_BH1750:
			return BH1750_MEASUREMENT_MS;
		default: // a DHT11 or DHT22 answers at once with what it measured since it was asked last
			return 0;
	}
}

/** Fills in the quantities that a sensor measures, without values. */
size_t blank(uint32_t type, Reading out[MAX_READINGS]) {
	const bool is_light = type == mooring_v2_SensorType_SENSOR_TYPE_BH1750,
			   is_dry = type == mooring_v2_SensorType_SENSOR_TYPE_BMP280;
	out[0] = {is_light ? mooring_v2_Unit_UNIT_LUX : mooring_v2_Unit_UNIT_CELSIUS, NAN};
	out[1] = {is_dry ? mooring_v2_Unit_UNIT_HECTOPASCAL : mooring_v2_Unit_UNIT_PERCENT, NAN};
	out[2] = {mooring_v2_Unit_UNIT_HECTOPASCAL, NAN};
	const bool has_one = is_light || type == mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
	return has_one ? 1 : type == mooring_v2_SensorType_SENSOR_TYPE_BME280 ? 3 : 2;
}

struct Range {
	float least, most;
};

/** From the data sheet that the driver's header names. */
Range celsius_range(uint32_t type) {
	switch (type) {
		case mooring_v2_SensorType_SENSOR_TYPE_DHT11:
			return {-20, 60};
		case mooring_v2_SensorType_SENSOR_TYPE_DHT22:
			return {-40, 80};
		case mooring_v2_SensorType_SENSOR_TYPE_BME280:
		case mooring_v2_SensorType_SENSOR_TYPE_BMP280:
			return {-40, 85};
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
		case mooring_v2_SensorType_SENSOR_TYPE_SHT4X:
			return {-40, 125};
		default: // DS18B20
			return {-55, 125};
	}
}

Range range_of(uint32_t type, wire::Unit unit) {
	switch (unit) {
		case mooring_v2_Unit_UNIT_CELSIUS:
			return celsius_range(type);
		case mooring_v2_Unit_UNIT_PERCENT:
			return {0, 100};
		case mooring_v2_Unit_UNIT_HECTOPASCAL:
			return {300, 1100};
		default: // lux: sixteen bits of counts
			return {0, 54'613};
	}
}

/** Drops values that the sensor cannot measure. Without a temperature the others cannot be trusted either. */
void keep_what_is_possible(uint32_t type, Reading *out, size_t count) {
	for (size_t i = 0; i < count; i++) {
		const Range range = range_of(type, out[i].unit);
		if (!(out[i].value >= range.least && out[i].value <= range.most)) out[i].value = NAN;
	}
	for (size_t i = 1; i < count; i++)
		if (std::isnan(out[0].value)) out[i].value = NAN;
}

/** What a BME280 or a BMP280 calls itself. */
uint8_t bosch_chip(uint32_t type) {
	return type == mooring_v2_SensorType_SENSOR_TYPE_BMP280 ? IS_BMP280 : IS_BME280;
}

} // namespace

bool Drivers::knows(const wire::SensorConfig &sensor) {
	return sensor.type >= mooring_v2_SensorType_SENSOR_TYPE_DHT22 &&
		   sensor.type <= mooring_v2_SensorType_SENSOR_TYPE_BH1750 &&
		   sensor.type != mooring_v2_SensorType_SENSOR_TYPE_VIRTUAL;
}

size_t Drivers::read(const wire::SensorConfig &sensor, uint64_t now_ms, Reading out[MAX_READINGS]) {
	Slot &slot = slot_of(sensor.id);
	const size_t count = blank(sensor.type, out);
	const uint32_t takes = measurement_ms(sensor.type);
	if (takes > 0 && !slot.measuring) {
		slot.wire = has_address(sensor.type) ? static_cast<uint8_t>(sensor.pin) : NO_WIRE;
		if (joins(now_ms, &slot)) return 0;
		slot.since_ms = now_ms;
		slot.measuring = start(sensor, &slot);
		return slot.measuring ? 0 : count;
	}
	if (now_ms - slot.since_ms < takes) return 0;
	slot.measuring = false;
	if (finish(sensor, slot, out))
		keep_what_is_possible(sensor.type, out, count);
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

/** Another sensor on its wire has just begun to measure, and this one with it. */
bool Drivers::joins(uint64_t now_ms, Slot *slot) const {
	if (slot->wire == NO_WIRE) return false;
	for (const Slot &other : slots_) {
		// What is older belongs to a sensor that is gone.
		const bool is_under_way = other.measuring && now_ms - other.since_ms < DS18B20_CONVERSION_MS;
		if (other.wire != slot->wire || !is_under_way) continue;
		slot->since_ms = other.since_ms;
		slot->measuring = true;
		return true;
	}
	return false;
}

bool Drivers::search(uint32_t pin, WireSearch *search, float *celsius) {
	uint8_t bytes[DS18B20_BYTES];
	*celsius = NAN;
	if (!ds18b20_search(pins_, pin, search)) return false;
	Reading reading = {mooring_v2_Unit_UNIT_CELSIUS, NAN};
	if (ds18b20_read(pins_, pin, search->address, bytes) && ds18b20_convert(bytes, &reading.value))
		keep_what_is_possible(mooring_v2_SensorType_SENSOR_TYPE_DS18B20, &reading, 1);
	*celsius = reading.value;
	return true;
}

bool Drivers::start(const wire::SensorConfig &sensor, Slot *slot) {
	if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_DS18B20) return ds18b20_start(pins_, sensor.pin);
	I2c i2c(pins_, sensor.pin, sensor.pin2);
	switch (sensor.type) {
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
			return sht3x_start(i2c, &slot->address);
		case mooring_v2_SensorType_SENSOR_TYPE_SHT4X:
			return sht4x_start(i2c, &slot->address);
		case mooring_v2_SensorType_SENSOR_TYPE_BH1750:
			return bh1750_start(i2c, &slot->address);
		default:
			return bme280_start(i2c, bosch_chip(sensor.type), &slot->address);
	}
}

bool Drivers::finish(const wire::SensorConfig &sensor, const Slot &slot, Reading out[MAX_READINGS]) {
	return speaks_i2c(sensor.type) ? finish_i2c(sensor, slot, out) : finish_wire(sensor, out);
}

/** Sensors on one wire. */
bool Drivers::finish_wire(const wire::SensorConfig &sensor, Reading out[MAX_READINGS]) {
	uint8_t bytes[DS18B20_BYTES];
	static_assert(sizeof bytes >= DHT_BYTES, "room for either");
	switch (sensor.type) {
		case mooring_v2_SensorType_SENSOR_TYPE_DHT11:
			return dht11_read(pins_, sensor.pin, bytes) && dht11_convert(bytes, &out[0].value, &out[1].value);
		case mooring_v2_SensorType_SENSOR_TYPE_DHT22:
			return dht22_read(pins_, sensor.pin, bytes) && dht22_convert(bytes, &out[0].value, &out[1].value);
		default:
			return ds18b20_read(pins_, sensor.pin, sensor.address.size > 0 ? sensor.address.bytes : nullptr, bytes) &&
				   ds18b20_convert(bytes, &out[0].value);
	}
}

bool Drivers::finish_i2c(const wire::SensorConfig &sensor, const Slot &slot, Reading out[MAX_READINGS]) {
	I2c i2c(pins_, sensor.pin, sensor.pin2);
	uint8_t bytes[BME280_BYTES], trimming[BME280_TRIMMING_BYTES];
	static_assert(sizeof bytes >= SHT_BYTES && sizeof bytes >= BH1750_BYTES, "room for any");
	switch (sensor.type) {
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
			return sht_read(i2c, slot.address, bytes) && sht3x_convert(bytes, &out[0].value, &out[1].value);
		case mooring_v2_SensorType_SENSOR_TYPE_SHT4X:
			return sht_read(i2c, slot.address, bytes) && sht4x_convert(bytes, &out[0].value, &out[1].value);
		case mooring_v2_SensorType_SENSOR_TYPE_BH1750:
			if (!bh1750_read(i2c, slot.address, bytes)) return false;
			out[0].value = bh1750_convert(bytes);
			return true;
		default:
			break;
	}
	const bool has_humidity = sensor.type == mooring_v2_SensorType_SENSOR_TYPE_BME280;
	float humidity; // a BMP280 has none
	return bme280_read(i2c, bosch_chip(sensor.type), slot.address, trimming, bytes) &&
		   bme280_convert(trimming, bytes, &out[0].value, has_humidity ? &out[1].value : &humidity,
						  has_humidity ? &out[2].value : &out[1].value);
}

} // namespace mooring
