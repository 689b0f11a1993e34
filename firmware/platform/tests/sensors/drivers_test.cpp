#include "../../sensors/drivers.h"

#include <cmath>

#include "bench.h"

namespace mooring::test {

namespace {

wire::SensorConfig sensor(uint32_t type) {
	wire::SensorConfig config = mooring_v2_SensorConfig_init_zero;
	config.id = 1;
	config.type = static_cast<uint8_t>(type);
	config.pin = 4;
	config.pin2 = 5;
	return config;
}

} // namespace

TEST(Drivers, SensorThatDoesNotAnswer_HasNoValues_WhateverHoldsItsWires) {
	const struct {
		uint32_t type;
		size_t readings;
	} types[] = {{mooring_v2_SensorType_SENSOR_TYPE_DHT22, 2},
				 {mooring_v2_SensorType_SENSOR_TYPE_DS18B20, 1},
				 {mooring_v2_SensorType_SENSOR_TYPE_SHT3X, 2},
				 {mooring_v2_SensorType_SENSOR_TYPE_BME280, 3},
				 {mooring_v2_SensorType_SENSOR_TYPE_DHT11, 2},
				 {mooring_v2_SensorType_SENSOR_TYPE_SHT4X, 2},
				 {mooring_v2_SensorType_SENSOR_TYPE_BMP280, 2},
				 {mooring_v2_SensorType_SENSOR_TYPE_BH1750, 1}};
	for (const bool stuck_low : {false, true})
		for (const auto &[type, count] : types) {
			Nobody nobody(stuck_low);
			Bench bench(nobody);
			Drivers drivers(bench);
			Reading readings[MAX_READINGS] = {};
			const uint32_t begin = bench.time();
			CHECK(Drivers::knows(sensor(type)));
			CHECK_EQUAL(drivers.read(sensor(type), 0, readings), count);
			for (size_t i = 0; i < count; i++) CHECK(std::isnan(readings[i].value));
			CHECK(bench.time() - begin < 80'000);
		}
	for (const uint32_t unknown : {uint32_t{mooring_v2_SensorType_SENSOR_TYPE_UNSPECIFIED},
								   uint32_t{mooring_v2_SensorType_SENSOR_TYPE_VIRTUAL}, uint32_t{99}})
		CHECK(!Drivers::knows(sensor(unknown)));
}

} // namespace mooring::test
