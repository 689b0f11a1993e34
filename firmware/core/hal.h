#pragma once

#include "bytes.h"
#include "wire.h"

namespace mooring {

/** Flash is erased in sectors of this size, and written in words; what is not erased can only lose bits. */
constexpr uint32_t FLASH_SECTOR_BYTES = 4096;
constexpr uint32_t FLASH_WORD_BYTES = 4;

enum class Region : uint8_t {
	/** one sector, written with the firmware: the config file, byte for byte; a board only reads it */
	Config,
	/** STATE_SECTORS of layout.h: what the board keeps */
	State,
	/** room for the next image of the firmware */
	Image,
};

enum class Tcp : uint8_t { Connecting, Open, Closed };

enum class PinUse : uint8_t {
	Relay,
	/** its switch has a resistor of its own */
	Input,
	/** its switch relies on the chip's pull-up */
	PulledUpInput,
};

struct Reading {
	wire::Unit unit;
	/** NaN: the sensor does not answer */
	float value;
};
/** What one sensor measures at most: a BME280's temperature, humidity and pressure. */
constexpr size_t MAX_READINGS = 3;

struct Vitals {
	uint32_t free_heap; // bytes
	int32_t rssi;		// dBm, 0 where there is no radio
	char ssid[33];		// empty where there is no radio
	uint8_t address[4]; // of the board in its network; zeros where it has none
};

/** How it stands with the network that the radio was to join last. */
enum class WifiState : uint8_t {
	/** not on it yet, or not any more */
	Away,
	/** on it, with an address of its own */
	Joined,
	// The radio has given up on it, and why; Refused is for any other reason.
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

/** What a machine that was to listen for networks says of one of them. */
enum class Heard : uint8_t { NotYet, Network, NoMore };

/** The longest piece that is written to the serial port between two lines of the log. */
constexpr size_t MAX_SERIAL_BYTES = 128;

/**
 * All that the core needs of its machine. Functions get `context`, so that a process can hold a hundred boards; none of
 * them waits. Offsets are within a region.
 */
struct Hal {
	void *context;
	uint8_t mac[6];
	/** for the Hello, e.g. "ESP8266" */
	const char *chip;
	/** Of a machine that plays another firmware than it is, that one's version; otherwise nullptr. */
	const char *firmware;
	wire::BootReason boot_reason;
	/** Where the hub is, instead of what the config file says; without a host where nobody knows better. */
	wire::HubAddress hub;
	/**
	 * The machine keeps its power and its clock when its program ends: every start is like a restart, whatever the
	 * power-on states say.
	 */
	bool keeps_power;

	/** Since this machine started; never steps. */
	uint64_t (*monotonic_ms)(void *context);
	/** Unix time; false where the machine does not know it. */
	bool (*unix_ms)(void *context, uint64_t *now);
	/** The hub says what time it is; kept as long as the machine can, over a restart where it has the means. */
	void (*set_unix_ms)(void *context, uint64_t now);
	/** From the hardware's own source; keys are made of it. */
	void (*random)(void *context, uint8_t *out, size_t size);

	/** Bytes, a multiple of FLASH_SECTOR_BYTES. */
	uint32_t (*flash_size)(void *context, Region region);
	bool (*flash_read)(void *context, Region region, uint32_t offset, uint8_t *out, uint32_t size);
	bool (*flash_erase)(void *context, Region region, uint32_t sector_offset);
	/** Offset and size are multiples of FLASH_WORD_BYTES. */
	bool (*flash_write)(void *context, Region region, uint32_t offset, const uint8_t *from, uint32_t size);

	/** Why this pin cannot be used so, a sentence for people; nullptr where it can. */
	const char *(*pin_refusal)(void *context, uint32_t pin, PinUse use);
	/** Makes the pin an output that has this level from its first moment. */
	void (*pin_write)(void *context, uint32_t pin, bool high);
	void (*pin_listen)(void *context, const wire::InputConfig &input);
	bool (*pin_read)(void *context, uint32_t pin);
	/** Nothing of ours uses the pin any more. */
	void (*pin_release)(void *context, uint32_t pin);
	/** The board's own light, for people who look for it. */
	void (*light)(void *context, bool lit);

	/** False where this machine cannot read such a sensor. */
	bool (*sensor_possible)(void *context, const wire::SensorConfig &sensor);
	/** How many readings it wrote; 0 while a measurement is not finished, to be asked again soon. */
	size_t (*sensor_read)(void *context, const wire::SensorConfig &sensor, Reading out[MAX_READINGS]);

	/**
	 * Of a machine that has to join a Wi-Fi; otherwise this is nullptr, and the three below it are not called. Leaves
	 * where the radio is, and begins to join this network: wifi_state() is about it from now on.
	 */
	void (*wifi_join)(void *context, const wire::WifiConfig &network);
	WifiState (*wifi_state)(void *context);
	/** Begins to listen for networks, some seconds long; what it was about to join is given up. */
	void (*wifi_scan)(void *context);
	/** What was heard, from index 0 on. */
	Heard (*wifi_heard)(void *context, size_t index, HeardNetwork *out);
	/**
	 * Where mDNS has seen the hub of this id; false where it has not, yet. Each call asks the network anew. nullptr
	 * where the machine does not look.
	 */
	bool (*look_up_hub)(void *context, const uint8_t *id, wire::HubAddress *out);
	/**
	 * How long the image that runs has to prove itself, ms; 0 where it has. One that has not been told to stay is gone
	 * at the next start: the machine goes back to the older one by itself. nullptr where every image stays; then the
	 * two below it are not called.
	 */
	uint32_t (*image_trial_ms)(void *context);
	void (*image_keep)(void *context);
	/** Starts the machine anew with the older image, at the latest when step() has returned. */
	void (*image_go_back)(void *context);

	/** Begins to connect; an older connection was closed before. False where it cannot even begin. */
	bool (*tcp_connect)(void *context, const char *host, uint16_t port);
	Tcp (*tcp_state)(void *context);
	/** Bytes taken, 0 where there is no room now, -1 where the connection is gone. */
	int (*tcp_send)(void *context, const uint8_t *from, size_t size);
	/** Bytes read, 0 where there are none yet, -1 where the connection is gone. */
	int (*tcp_receive)(void *context, uint8_t *out, size_t room);
	void (*tcp_close)(void *context);

	void (*vitals)(void *context, Vitals *out);
	/** One line for the serial port; never a secret. */
	void (*log)(void *context, wire::LogLevel level, const char *text);
	/** Bytes that came over the serial port, 0 where there are none. */
	size_t (*serial_read)(void *context, uint8_t *out, size_t room);
	/** Between two lines of the log, MAX_SERIAL_BYTES at most: all of it, or false and nothing where there is no room
	 * now. */
	bool (*serial_write)(void *context, const uint8_t *from, size_t size);
	/** An image of this version is about to come; nullptr where an image itself says what it is. */
	void (*image_announced)(void *context, const char *version);
	/** The image of `size` bytes in Region::Image runs from the next start on. */
	bool (*switch_image)(void *context, uint32_t size);
	/** Starts the machine anew, at the latest when step() has returned. */
	void (*restart)(void *context);
};

} // namespace mooring
