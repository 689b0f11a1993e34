#pragma once

#include "../wire.h"

namespace mooring {

/** Whether such a sensor needs two pins: data and clock. */
inline bool speaks_i2c(uint32_t type) {
	switch (type) {
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
		case mooring_v2_SensorType_SENSOR_TYPE_BME280:
		case mooring_v2_SensorType_SENSOR_TYPE_SHT4X:
		case mooring_v2_SensorType_SENSOR_TYPE_BMP280:
		case mooring_v2_SensorType_SENSOR_TYPE_BH1750:
			return true;
		default:
			return false;
	}
}

/** Whether such a sensor has an address, so that several can share a wire. */
inline bool has_address(uint32_t type) { return type == mooring_v2_SensorType_SENSOR_TYPE_DS18B20; }

/** Two sensors on one wire that can be told apart. */
inline bool may_share_wire(const wire::SensorConfig &a, const wire::SensorConfig &b) {
	return has_address(a.type) && has_address(b.type) && a.address.size == sizeof a.address.bytes &&
		   b.address.size == sizeof b.address.bytes && memcmp(a.address.bytes, b.address.bytes, a.address.size) != 0;
}

} // namespace mooring
