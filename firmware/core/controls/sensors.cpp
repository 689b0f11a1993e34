#include "sensors.h"

#include <cmath>

namespace mooring {

namespace {

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
	Time due = NEVER;
	for (size_t i = 0; i < count_; i++)
		if (sensors_[i].due < due) due = sensors_[i].due;
	return due;
}

void Sensors::tell_all(Time now) {
	for (size_t i = 0; i < count_; i++)
		for (size_t j = 0; j < sensors_[i].count; j++) tell(&sensors_[i], j, now);
}

} // namespace mooring
