#include "config_refusal.h"

#include "../time/time_zone.h"
#include "sensor_types.h"

namespace mooring {

namespace {

constexpr uint32_t EVERY_DAY = 0x7f;
constexpr int32_t MAX_SUN_OFFSET_MINUTES = 720;
constexpr uint32_t MAX_VARY_MINUTES = 120;
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

/** No id is 0, and none comes twice. */
template<typename Part>
bool numbered(const Part *parts, size_t count) {
	for (size_t i = 0; i < count; i++)
		if (parts[i].id == 0 || has(parts, i, parts[i].id)) return false;
	return true;
}

/** Whether the pin of a sensor is the wire of sensors before it, all of which it may share it with. */
bool shares_wire(const wire::Configure &configure, size_t index) {
	const wire::SensorConfig &sensor = configure.sensors[index];
	bool shares = false;
	for (size_t i = 0; i < index; i++) {
		if (configure.sensors[i].pin != sensor.pin) continue;
		if (!may_share_wire(configure.sensors[i], sensor)) return false;
		shares = true;
	}
	return shares;
}

const char *pins_refusal(const Hal &hal, const wire::Configure &configure) {
	static const char SHARED[] = "A pin is used twice.";
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
		if (!hal.sensor_possible(hal.context, sensor)) return "This board cannot read this sensor.";
		if (sensor.type == mooring_v2_SensorType_SENSOR_TYPE_VIRTUAL) continue;
		if (shares_wire(configure, i)) continue;
		if (!pins.take(sensor.pin) || (speaks_i2c(sensor.type) && !pins.take(sensor.pin2))) return SHARED;
	}
	return nullptr;
}

const char *input_refusal(const wire::InputConfig &input, const wire::Configure &configure) {
	const bool detached = input.mode == mooring_v2_InputMode_INPUT_MODE_DETACHED;
	if (input.mode == mooring_v2_InputMode_INPUT_MODE_UNSPECIFIED ||
		input.mode > mooring_v2_InputMode_INPUT_MODE_DETACHED)
		return "This board does not know the mode of an input.";
	if (!detached && !has(configure.relays, configure.relays_count, input.relay))
		return "An input's relay does not exist.";
	return nullptr;
}

const char *schedule_refusal(const wire::ScheduleConfig &schedule, const wire::Configure &configure) {
	const bool by_clock = schedule.event == mooring_v2_ScheduleEvent_SCHEDULE_EVENT_TIME;
	const int32_t minutes = schedule.minutes;
	if (!has(configure.relays, configure.relays_count, schedule.relay))
		return "A schedule's relay does not exist.";
	if (schedule.weekdays == 0 || schedule.weekdays > EVERY_DAY) return "A schedule has no weekday.";
	if (schedule.event > mooring_v2_ScheduleEvent_SCHEDULE_EVENT_SUNSET)
		return "This board does not know the event of a schedule.";
	if (schedule.vary_minutes > MAX_VARY_MINUTES) return "A schedule varies by more than 2 h.";
	if (by_clock) return minutes >= 0 && minutes < MINUTES_A_DAY ? nullptr : "A schedule's time is invalid.";
	if (minutes < -MAX_SUN_OFFSET_MINUTES || minutes > MAX_SUN_OFFSET_MINUTES)
		return "A schedule is over 12 h from sunrise or sunset.";
	const wire::PlaceConfig &place = configure.place;
	// Latitude and longitude are both 0 if no place was set.
	if (place.latitude == 0 && place.longitude == 0) return "A schedule by the sun needs a location.";
	return nullptr;
}

const char *place_refusal(const wire::PlaceConfig &place) {
	TimeZone zone;
	if (place.time_zone[0] != '\0' && !zone.parse(place.time_zone)) return "The time zone is invalid.";
	if (!(place.latitude >= -MAX_LATITUDE && place.latitude <= MAX_LATITUDE && place.longitude >= -MAX_LONGITUDE &&
		  place.longitude <= MAX_LONGITUDE))
		return "The location is invalid.";
	return nullptr;
}

} // namespace

const char *config_refusal(const Hal &hal, const wire::Configure &configure) {
	if (!numbered(configure.relays, configure.relays_count)) return "A relay's number is wrong or used twice.";
	if (!numbered(configure.inputs, configure.inputs_count)) return "An input's number is wrong or used twice.";
	if (!numbered(configure.sensors, configure.sensors_count)) return "A sensor's number is wrong or used twice.";
	if (!numbered(configure.schedules, configure.schedules_count)) return "A schedule's number is wrong or used twice.";
	const char *refusal = pins_refusal(hal, configure);
	if (refusal == nullptr && configure.has_place) refusal = place_refusal(configure.place);
	for (size_t i = 0; refusal == nullptr && i < configure.inputs_count; i++)
		refusal = input_refusal(configure.inputs[i], configure);
	for (size_t i = 0; refusal == nullptr && i < configure.schedules_count; i++)
		refusal = schedule_refusal(configure.schedules[i], configure);
	return refusal;
}

} // namespace mooring
