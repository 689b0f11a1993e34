#include "sensors.h"

#include <cmath>

#include "sensor_types.h"

namespace mooring {

namespace {

/** The first byte of a DS18B20's address; other parts may hang on the wire too. */
constexpr uint8_t DS18B20_FAMILY = 0x28;
/** The upper limit of humidity, whatever a calibration adds. */
constexpr float MOST_PERCENT = 100;

float calibrated(const wire::SensorConfig &config, const Reading &reading) {
	float value = reading.value;
	for (size_t i = 0; i < config.calibration_count; i++)
		if (config.calibration[i].unit == reading.unit) value += config.calibration[i].offset;
	// NaN stays NaN: no comparison with it holds.
	const bool is_share = reading.unit == mooring_v2_Unit_UNIT_PERCENT;
	return is_share && value < 0 ? 0 : is_share && value > MOST_PERCENT ? MOST_PERCENT : value;
}

/** How far a value moves before it is reported, in its unit. Light flickers, and matters by its share. */
float tell_step(wire::Unit unit, float told) {
	const bool is_light = unit == mooring_v2_Unit_UNIT_LUX && !std::isnan(told);
	return is_light ? Sensors::TELL_STEP_LUX + told * Sensors::TELL_SHARE_LUX : Sensors::TELL_STEP;
}

} // namespace

void Sensors::configure(const wire::Configure &configure, Time now) {
	count_ = configure.sensors_count;
	for (size_t i = 0; i < count_; i++) {
		sensors_[i] = {};
		sensors_[i].config = configure.sensors[i];
		sensors_[i].due = now;
	}
	search_ = {};
	searched_ = found_ = 0;
	search_due_ = NEVER;
	for (size_t i = 0; i < count_; i++)
		if (is_first_on_wire(i)) search_due_ = now + SEARCH_FIRST_MS;
}

void Sensors::step(Time now) {
	for (size_t i = 0; i < count_; i++) {
		Sensor *sensor = &sensors_[i];
		Reading readings[MAX_READINGS];
		if (now < sensor->due) continue;
		const size_t count = hal_.sensor_read(hal_.context, sensor->config, readings);
		sensor->due = now + (count > 0 ? READ_EVERY_MS : ASK_AGAIN_MS);
		for (size_t j = 0; j < count; j++) take(sensor, j, readings[j], now);
	}
	if (now >= search_due_) search_on(now);
}

/** Of several sensors on one wire only the first counts: the wire is searched once. */
bool Sensors::is_first_on_wire(size_t index) const {
	if (!has_address(sensors_[index].config.type)) return false;
	for (size_t i = 0; i < index; i++)
		if (has_address(sensors_[i].config.type) && sensors_[i].config.pin == sensors_[index].config.pin) return false;
	return true;
}

/** Finds one more sensor, since each takes some 30 ms; or goes on to the next wire. */
void Sensors::search_on(Time now) {
	while (searched_ < count_ && !is_first_on_wire(searched_)) searched_++;
	if (searched_ == count_) {
		searched_ = 0;
		search_due_ = now + SEARCH_EVERY_MS;
		return;
	}
	wire::FoundSensor found = mooring_v2_FoundSensor_init_zero;
	found.pin = sensors_[searched_].config.pin;
	search_due_ = now + SEARCH_STEP_MS;
	if (found_ < MAX_FOUND && hal_.wire_search(hal_.context, found.pin, &search_, &found.celsius)) {
		found_++;
		memcpy(found.address, search_.address, sizeof found.address);
		if (search_.address[0] == DS18B20_FAMILY) teller_.tell(found);
		return;
	}
	search_ = {};
	found_ = 0;
	searched_++;
}

void Sensors::take(Sensor *sensor, size_t index, const Reading &reading, Time now) {
	const bool fresh = index >= sensor->count;
	if (fresh) sensor->count = index + 1;
	sensor->latest[index] = {reading.unit, calibrated(sensor->config, reading)};
	const float value = sensor->latest[index].value, told = sensor->told[index].value;
	const bool moved = std::isnan(value) != std::isnan(told) || std::fabs(value - told) >= tell_step(reading.unit, told);
	if (fresh || moved || now - sensor->told_at[index] >= TELL_EVERY_MS) tell(sensor, index, now);
}

void Sensors::tell(Sensor *sensor, size_t index, Time now) {
	wire::SensorReading reading = mooring_v2_SensorReading_init_zero;
	reading.sensor = sensor->config.id;
	reading.value = sensor->latest[index].value;
	reading.unit = sensor->latest[index].unit;
	sensor->told[index] = sensor->latest[index];
	sensor->told_at[index] = now;
	teller_.tell(reading);
}

Time Sensors::next_due() const {
	Time due = search_due_;
	for (size_t i = 0; i < count_; i++)
		if (sensors_[i].due < due) due = sensors_[i].due;
	return due;
}

void Sensors::tell_all(Time now) {
	for (size_t i = 0; i < count_; i++)
		for (size_t j = 0; j < sensors_[i].count; j++) tell(&sensors_[i], j, now);
	if (search_due_ != NEVER) search_due_ = now;
}

} // namespace mooring
