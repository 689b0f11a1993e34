#include "why_impossible.h"

#include "../time/time_zone.h"

namespace mooring {

namespace {

/** The flash keeps a relay's id in one byte. */
constexpr uint32_t MAX_ID = 255;
constexpr uint32_t EVERY_DAY = 0x7f;
constexpr int32_t MAX_SUN_OFFSET_MINUTES = 720;
constexpr float MAX_LATITUDE = 90, MAX_LONGITUDE = 180;

/** The pins in use, so that two things never share one. */
class Pins {
public:
	/** False if the pin is taken, or no chip has it. */
	bool take(uint32_t pin) {
		if (pin >= 64 || taken_ >> pin & 1) return false;
		taken_ |= uint64_t{1} << pin;
		return true;
	}

private:
	uint64_t taken_ = 0;
};

template<typename Part>
bool has(const Part *parts, size_t count, uint32_t id) {
	for (size_t i = 0; i < count; i++)
		if (parts[i].id == id) return true;
	return false;
}

/** Ids are from 1 to 255, and none comes twice. */
template<typename Part>
bool numbered(const Part *parts, size_t count) {
	for (size_t i = 0; i < count; i++)
		if (parts[i].id == 0 || parts[i].id > MAX_ID || has(parts, i, parts[i].id)) return false;
	return true;
}

bool speaks_i2c(const wire::SensorConfig &sensor) {
	return sensor.type == mooring_v2_SensorType_SENSOR_TYPE_SHT3X ||
		   sensor.type == mooring_v2_SensorType_SENSOR_TYPE_BME280;
}

const char *why_pins(const Hal &hal, const wire::Configure &configure) {
	static const char SHARED[] = "Two things share a pin.";
	Pins pins;
	for (size_t i = 0; i < configure.relays_count; i++) {
		const uint32_t pin = configure.relays[i].pin;
		if (!pins.take(pin)) return SHARED;
		if (const char *refusal = hal.pin_refusal(hal.context, pin, PinUse::Relay)) return refusal;
	}
	for (size_t i = 0; i < configure.inputs_count; i++) {
		const uint32_t pin = configure.inputs[i].pin;
		if (!pins.take(pin)) return SHARED;
		const PinUse use = configure.inputs[i].pull_up ? PinUse::PulledUpInput : PinUse::Input;
		if (const char *refusal = hal.pin_refusal(hal.context, pin, use)) return refusal;
	}
	for (size_t i = 0; i < configure.sensors_count; i++) {
		const wire::SensorConfig &sensor = configure.sensors[i];
		if (!hal.sensor_possible(hal.context, sensor)) return "This board cannot read such a sensor.";
		if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_VIRTUAL) continue;
		if (!pins.take(sensor.pin) || (speaks_i2c(sensor) && !pins.take(sensor.pin2))) return SHARED;
	}
	return nullptr;
}

const char *why_input(const wire::InputConfig &input, const wire::Configure &configure) {
	const bool detached = input.mode == mooring_v2_InputMode_INPUT_MODE_DETACHED;
	if (input.mode == mooring_v2_InputMode_INPUT_MODE_UNSPECIFIED ||
		input.mode > mooring_v2_InputMode_INPUT_MODE_DETACHED)
		return "An input has no mode that this board knows.";
	if (!detached && !has(configure.relays, configure.relays_count, input.relay))
		return "An input is for a relay that is not there.";
	return nullptr;
}

const char *why_schedule(const wire::ScheduleConfig &schedule, const wire::Configure &configure) {
	const bool by_clock = schedule.event == mooring_v2_ScheduleEvent_SCHEDULE_EVENT_TIME;
	const int32_t minutes = schedule.minutes;
	if (!has(configure.relays, configure.relays_count, schedule.relay))
		return "A schedule is for a relay that is not there.";
	if (schedule.weekdays == 0 || schedule.weekdays > EVERY_DAY) return "A schedule is on no day of the week.";
	if (schedule.event > mooring_v2_ScheduleEvent_SCHEDULE_EVENT_SUNSET)
		return "A schedule has no event that this board knows.";
	if (by_clock) return minutes >= 0 && minutes < MINUTES_A_DAY ? nullptr : "A schedule is at no time of the day.";
	if (minutes < -MAX_SUN_OFFSET_MINUTES || minutes > MAX_SUN_OFFSET_MINUTES)
		return "A schedule is too far from the sun.";
	const wire::PlaceConfig &place = configure.place;
	// Latitude and longitude are both 0 if no place was set.
	if (place.latitude == 0 && place.longitude == 0) return "A schedule goes by the sun, but the board knows no place.";
	return nullptr;
}

const char *why_place(const wire::PlaceConfig &place) {
	TimeZone zone;
	if (place.time_zone[0] != '\0' && !zone.parse(place.time_zone)) return "The time zone is none.";
	if (!(place.latitude >= -MAX_LATITUDE && place.latitude <= MAX_LATITUDE && place.longitude >= -MAX_LONGITUDE &&
		  place.longitude <= MAX_LONGITUDE))
		return "The place is not on the earth.";
	return nullptr;
}

} // namespace

const char *why_impossible(const Hal &hal, const wire::Configure &configure) {
	if (!numbered(configure.relays, configure.relays_count)) return "The numbers of the relays are wrong.";
	if (!numbered(configure.inputs, configure.inputs_count)) return "The numbers of the inputs are wrong.";
	if (!numbered(configure.sensors, configure.sensors_count)) return "The numbers of the sensors are wrong.";
	if (!numbered(configure.schedules, configure.schedules_count)) return "The numbers of the schedules are wrong.";
	const char *why = why_pins(hal, configure);
	if (why == nullptr && configure.has_place) why = why_place(configure.place);
	for (size_t i = 0; why == nullptr && i < configure.inputs_count; i++)
		why = why_input(configure.inputs[i], configure);
	for (size_t i = 0; why == nullptr && i < configure.schedules_count; i++)
		why = why_schedule(configure.schedules[i], configure);
	return why;
}

} // namespace mooring
