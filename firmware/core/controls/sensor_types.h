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

} // namespace mooring
