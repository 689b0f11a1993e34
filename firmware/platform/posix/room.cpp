#include "room.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace mooring::posix {

namespace {

/** How strongly a reading is pulled back to its usual value. */
constexpr float DRAW = 0.02f;
constexpr float COMFORT_C = 21, WANDER_C = 0.15f;
constexpr float COMFORT_PERCENT = 45, WANDER_PERCENT = 0.4f;
constexpr float COMFORT_HPA = 1013, WANDER_HPA = 0.1f;
/** Where the address of such a sensor has its number, from 0. */
constexpr size_t NUMBER_AT = 2;
/** A sensor on a wire drifts as the sensor of this id and above, which no plan has. */
constexpr uint32_t FIRST_ON_WIRES = 1'000;
constexpr float COMFORT_LUX = 300, WANDER_LUX = 10;

} // namespace

void Room::write(uint32_t pin, bool high) {
	const auto before = outputs_.find(pin);
	if (before == outputs_.end() || before->second != high) printf("pin %u is %s\n", pin, high ? "high" : "low");
	outputs_[pin] = high;
}

void Room::light(uint32_t pin, bool high) {
	if (outputs_.count(pin) > 0 || pulled_.count(pin) > 0) return;
	if (light_ != high) printf("pin %u is %s\n", pin, high ? "high" : "low");
	light_ = high;
}

void Room::listen(uint32_t pin, bool pull_up) {
	outputs_.erase(pin);
	pulled_[pin] = pull_up;
}

void Room::release(uint32_t pin) {
	if (outputs_.erase(pin) > 0) printf("pin %u is let go\n", pin);
	pulled_.erase(pin);
}

bool Room::read(uint32_t pin) const {
	const auto moved = moved_.find(pin), pulled = pulled_.find(pin);
	return moved != moved_.end() ? moved->second : pulled != pulled_.end() && pulled->second;
}

void Room::move(uint32_t pin, bool high) { moved_[pin] = high; }

size_t Room::measure(const wire::SensorConfig &sensor, Reading out[MAX_READINGS]) {
	size_t count = 0;
	const auto add = [&](wire::Unit unit, float comfort, float wander) {
		out[count++] = {unit, drift(sensor.id, unit, comfort, wander)};
	};
	const auto temperature = [&] { add(mooring_v2_Unit_UNIT_CELSIUS, COMFORT_C, WANDER_C); };
	const auto humidity = [&] { add(mooring_v2_Unit_UNIT_PERCENT, COMFORT_PERCENT, WANDER_PERCENT); };
	const auto pressure = [&] { add(mooring_v2_Unit_UNIT_HECTOPASCAL, COMFORT_HPA, WANDER_HPA); };
	switch (sensor.type) {
		case mooring_v2_SensorType_SENSOR_TYPE_BH1750:
			add(mooring_v2_Unit_UNIT_LUX, COMFORT_LUX, WANDER_LUX);
			break;
		case mooring_v2_SensorType_SENSOR_TYPE_BME280:
			temperature(), humidity(), pressure();
			break;
		case mooring_v2_SensorType_SENSOR_TYPE_BMP280:
			temperature(), pressure();
			break;
		case mooring_v2_SensorType_SENSOR_TYPE_DHT11:
		case mooring_v2_SensorType_SENSOR_TYPE_DHT22:
		case mooring_v2_SensorType_SENSOR_TYPE_SHT3X:
		case mooring_v2_SensorType_SENSOR_TYPE_SHT4X:
			temperature(), humidity();
			break;
		case mooring_v2_SensorType_SENSOR_TYPE_DS18B20: {
			const uint8_t number = sensor.address.size > 0 ? sensor.address.bytes[NUMBER_AT] : 0;
			out[count++] = {mooring_v2_Unit_UNIT_CELSIUS, on_wire(sensor.pin, number)};
			break;
		}
		default:
			temperature();
	}
	return count;
}

float Room::on_wire(uint32_t pin, uint8_t number) {
	const uint32_t id = FIRST_ON_WIRES + pin * ON_A_WIRE + number;
	return number < ON_A_WIRE ? drift(id, mooring_v2_Unit_UNIT_CELSIUS, COMFORT_C, WANDER_C) : NAN;
}

bool Room::search(uint32_t pin, WireSearch *search, float *celsius) {
	const uint8_t number = search->fork++;
	if (number >= ON_A_WIRE) return false;
	const uint8_t address[] = {0x28, static_cast<uint8_t>(pin), number, 0, 0, 0, 0, 0};
	static_assert(sizeof address == sizeof search->address, "an address");
	std::copy_n(address, sizeof address, search->address);
	*celsius = on_wire(pin, number);
	return true;
}

float Room::drift(uint32_t sensor, wire::Unit unit, float comfort, float wander) {
	std::uniform_real_distribution<float> step(-wander, wander);
	float &value = values_.try_emplace({sensor, unit}, comfort).first->second;
	value += step(random_) + DRAW * (comfort - value);
	return value;
}

} // namespace mooring::posix
