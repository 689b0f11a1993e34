#pragma once

#include "bytes.h"
#include "wire.h"

namespace mooring {

/** Flash is erased in sectors of this size, and written in words; what is not erased can only lose bits. */
constexpr uint32_t FLASH_SECTOR_BYTES = 4096;
constexpr uint32_t FLASH_WORD_BYTES = 4;

enum class Region : uint8_t {
	/** one sector, written with the firmware: the config file, byte for byte. A board only reads it */
	Config,
	/** STATE_SECTORS of layout.h: what the board keeps */
	State,
	/** room for the next image of the firmware */
	Image,
};

enum class Tcp : uint8_t { Connecting, Open, Closed };

enum class PinUse : uint8_t {
	Relay,
	/** with a resistor at the switch */
	Input,
	/** with the chip's own pull-up */
	PulledUpInput,
};

struct Reading {
	wire::Unit unit;
	/** NaN: the sensor does not answer */
	float value;
};
/** The most that one sensor measures: a BME280's temperature, humidity and pressure. */
constexpr size_t MAX_READINGS = 3;

/** How far a search of a one-wire bus has come; a new one begins with zeros. */
struct WireSearch {
	/** of the sensor found last, as it came over the wire: family, serial number, CRC */
	uint8_t address[sizeof mooring_v2_FoundSensor::address];
	/** the last bit in which sensors on this branch differ, counted from 1 */
	uint8_t fork;
	bool done;
};

struct Vitals {
	uint32_t free_heap; // bytes
	int32_t rssi;		// dBm, 0 where there is no radio
	char ssid[33];		// empty where there is no radio
	uint8_t address[4]; // of the board in its network; zeros where it has none
};

/** The state of the network that the radio was told to join last. */
enum class WifiState : uint8_t {
	/** not on it yet, or not any more */
	Away,
	/** on it, with an address of its own */
	Joined,
	// The radio has given up, for this reason; Refused stands for any other.
	NotFound,
	WrongPassword,
	Refused,
};

/** A network that the radio hears. */
struct HeardNetwork {
	char ssid[33]; // empty: a hidden one
	int32_t rssi;  // dBm
	bool open;	   // it takes no password
};

/** What a scan answers when it is asked for one network. */
enum class Heard : uint8_t { NotYet, Network, NoMore };

/** The longest piece that is written to the serial port between two lines of the log. */
constexpr size_t MAX_SERIAL_BYTES = 128;

/**
 * All that the core needs from its machine. Functions get `context`, so that one process can hold many boards. None of
 * them waits. Offsets are within a region.
 */
struct Hal {
	void *context;
	uint8_t mac[6];
	/** for the Hello, e.g. "ESP8266" */
	const char *chip;
	/** The version to report, if the machine plays another firmware than it is; otherwise nullptr. */
	const char *firmware;
	wire::BootReason boot_reason;
	/** Where the hub is, instead of the config file's addresses; without a host if those count. */
	wire::HubAddress hub;
	/**
	 * The machine keeps its power and its clock when its program ends: every start is like a restart, whatever the
	 * power-on states are.
	 */
	bool keeps_power;

	/** Since this machine started; never steps. */
	uint64_t (*monotonic_ms)(void *context);
	/** Unix time; false if the machine does not know it. */
	bool (*unix_ms)(void *context, uint64_t *now);
	/** Sets the time that the hub says. The machine keeps it as long as it can, over a restart too if possible. */
	void (*set_unix_ms)(void *context, uint64_t now);
	/** From the hardware's own source, since keys are made of it. */
	void (*random)(void *context, uint8_t *out, size_t size);

	/** In bytes, a multiple of FLASH_SECTOR_BYTES. */
	uint32_t (*flash_size)(void *context, Region region);
	bool (*flash_read)(void *context, Region region, uint32_t offset, uint8_t *out, uint32_t size);
	bool (*flash_erase)(void *context, Region region, uint32_t sector_offset);
	/** Offset and size are multiples of FLASH_WORD_BYTES. */
	bool (*flash_write)(void *context, Region region, uint32_t offset, const uint8_t *from, uint32_t size);

	/** A sentence for people that says why this pin cannot be used so; nullptr if it can. */
	const char *(*pin_refusal)(void *context, uint32_t pin, PinUse use);
	/** Makes the pin an output that has this level from the first moment on. */
	void (*pin_write)(void *context, uint32_t pin, bool high);
	void (*pin_listen)(void *context, const wire::InputConfig &input);
	bool (*pin_read)(void *context, uint32_t pin);
	/** The board does not use the pin any more. */
	void (*pin_release)(void *context, uint32_t pin);
	/** The board's own light, see light.h; nullptr if the machine has none. */
	void (*light)(void *context, bool lit);

	/** False if this machine cannot read such a sensor. */
	bool (*sensor_possible)(void *context, const wire::SensorConfig &sensor);
	/** How many readings it wrote; 0 while a measurement is not finished: then ask again soon. */
	size_t (*sensor_read)(void *context, const wire::SensorConfig &sensor, Reading out[MAX_READINGS]);

	/**
	 * Finds the next sensor on the one-wire bus of this pin, and what it measured last (NaN: nothing). False if there
	 * are no more, or if they cannot be told apart now.
	 */
	bool (*wire_search)(void *context, uint32_t pin, WireSearch *search, float *celsius);

	/**
	 * Leaves the present network and begins to join this one: wifi_state() is about it from now on. nullptr on a
	 * machine that need not join a Wi-Fi; then the three functions below are not called.
	 */
	void (*wifi_join)(void *context, const wire::WifiConfig &network);
	WifiState (*wifi_state)(void *context);
	/** Begins to listen for networks, for some seconds, and gives up what it was about to join. */
	void (*wifi_scan)(void *context);
	/** The networks that were heard, from index 0 on. */
	Heard (*wifi_heard)(void *context, size_t index, HeardNetwork *out);
	/**
	 * Where mDNS has seen the hub of this id; false if it has not seen it yet. Each call asks the network again.
	 * nullptr if the machine does not look.
	 */
	bool (*look_up_hub)(void *context, const uint8_t *id, wire::HubAddress *out);
	/**
	 * How long the running image still has to prove itself, in ms; 0 if it has. If image_keep() was not called, the
	 * machine goes back to the older image by itself at the next start. nullptr if every image stays; then the two
	 * functions below are not called.
	 */
	uint32_t (*image_trial_ms)(void *context);
	void (*image_keep)(void *context);
	/** Restarts the machine with the older image, at the latest when step() has returned. */
	void (*image_go_back)(void *context);

	/** Begins to connect; an older connection was closed before. False if it cannot even begin. */
	bool (*tcp_connect)(void *context, const char *host, uint16_t port);
	Tcp (*tcp_state)(void *context);
	/** The bytes taken; 0 if there is no room now, -1 if the connection is gone. */
	int (*tcp_send)(void *context, const uint8_t *from, size_t size);
	/** The bytes read; 0 if there are none yet, -1 if the connection is gone. */
	int (*tcp_receive)(void *context, uint8_t *out, size_t room);
	void (*tcp_close)(void *context);

	void (*vitals)(void *context, Vitals *out);
	/** One line for the serial port; never a secret. */
	void (*log)(void *context, wire::LogLevel level, const char *text);
	/** The bytes that came over the serial port; 0 if there are none. */
	size_t (*serial_read)(void *context, uint8_t *out, size_t room);
	/**
	 * Writes at most MAX_SERIAL_BYTES between two lines of the log. False, and nothing written, if there is no room
	 * now.
	 */
	bool (*serial_write)(void *context, const uint8_t *from, size_t size);
	/** An image of this version will follow. nullptr if images themselves say what they are. */
	void (*image_announced)(void *context, const char *version);
	/** Makes the image of `size` bytes in Region::Image run from the next start on. */
	bool (*switch_image)(void *context, uint32_t size);
	/** Restarts the machine, at the latest when step() has returned. */
	void (*restart)(void *context);
};

} // namespace mooring
