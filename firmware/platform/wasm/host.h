#pragma once

#include "../../core/hal.h"

/**
 * The functions that a board calls in the program that plays it. hub/virtual-board/machine/firmware.ts has them under
 * these names. Each takes the number of the calling board. Times are doubles, which are exact for every millisecond.
 */
namespace mooring::wasm {

#define HOST(name) __attribute__((import_module("host"), import_name(#name)))

HOST(monotonic_ms) double host_monotonic_ms(uint32_t board);
/** Negative if the time is not known. */
HOST(unix_ms) double host_unix_ms(uint32_t board);
HOST(set_unix_ms) void host_set_unix_ms(uint32_t board, double now);
HOST(random) void host_random(uint32_t board, uint8_t *out, size_t size);

HOST(flash_size) uint32_t host_flash_size(uint32_t board, Region region);
HOST(flash_read) bool host_flash_read(uint32_t board, Region region, uint32_t offset, uint8_t *out, uint32_t size);
HOST(flash_erase) bool host_flash_erase(uint32_t board, Region region, uint32_t sector);
HOST(flash_write)
bool host_flash_write(uint32_t board, Region region, uint32_t offset, const uint8_t *from, uint32_t size);

/** The bytes of the sentence; 0 if the pin can be used so. */
HOST(pin_refusal) size_t host_pin_refusal(uint32_t board, uint32_t pin, PinUse use, char *out, size_t room);
HOST(pin_write) void host_pin_write(uint32_t board, uint32_t pin, bool high);
HOST(pin_listen) void host_pin_listen(uint32_t board, uint32_t pin, bool pull_up, bool active_low, uint32_t input);
HOST(pin_read) bool host_pin_read(uint32_t board, uint32_t pin);
HOST(pin_release) void host_pin_release(uint32_t board, uint32_t pin);

HOST(sensor_possible) bool host_sensor_possible(uint32_t board, uint32_t type, uint32_t pin, uint32_t pin2);
/** `address` has eight bytes; nullptr: it is the only one on its wire. */
HOST(sensor_read)
size_t host_sensor_read(uint32_t board, uint32_t sensor, uint32_t type, uint32_t pin, const uint8_t *address,
						Reading *out);
/** The sensor with this index, from 0, on the wire of a pin; `address` has room for eight bytes. */
HOST(wire_search)
bool host_wire_search(uint32_t board, uint32_t pin, uint32_t index, uint8_t *address, float *celsius);

HOST(wifi_join) void host_wifi_join(uint32_t board, const char *ssid, const char *password);
HOST(wifi_state) WifiState host_wifi_state(uint32_t board);
HOST(wifi_scan) void host_wifi_scan(uint32_t board);
/** `ssid` has room for a name and its end. */
HOST(wifi_heard) Heard host_wifi_heard(uint32_t board, size_t index, char *ssid, int32_t *rssi, bool *open);
/** The network it is on; `ssid` has room for a name and its end. */
HOST(wifi_vitals) void host_wifi_vitals(uint32_t board, char *ssid, int32_t *rssi, uint8_t address[4]);

HOST(image_trial_ms) uint32_t host_image_trial_ms(uint32_t board);
HOST(image_keep) void host_image_keep(uint32_t board);
HOST(image_go_back) void host_image_go_back(uint32_t board);
HOST(image_announced) void host_image_announced(uint32_t board, const char *version);
HOST(image_switch) bool host_image_switch(uint32_t board);

HOST(tcp_connect) bool host_tcp_connect(uint32_t board, const char *host, uint32_t port);
HOST(tcp_state) Tcp host_tcp_state(uint32_t board);
HOST(tcp_send) int host_tcp_send(uint32_t board, const uint8_t *from, size_t size);
HOST(tcp_receive) int host_tcp_receive(uint32_t board, uint8_t *out, size_t room);
HOST(tcp_close) void host_tcp_close(uint32_t board);

HOST(log) void host_log(uint32_t board, const char *text);
HOST(serial_read) size_t host_serial_read(uint32_t board, uint8_t *out, size_t room);
HOST(serial_write) bool host_serial_write(uint32_t board, const uint8_t *from, size_t size);
HOST(restart) void host_restart(uint32_t board);

#undef HOST

} // namespace mooring::wasm
