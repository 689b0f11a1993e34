#pragma once

#include "../esp32/pins.h"

/** Chips whose rules about pins the posix board can take over. */
namespace mooring::posix {

/** Espressif, ESP-IDF 4.4, soc_caps.h of each chip; the pins of log and flash as in platform/esp32/machine.cpp. */
constexpr uint64_t ESP32_ALL = 0xffffffffffull & ~(1ull << 24 | 0xfull << 28), ESP32_INPUT_ONLY = 0x3full << 34,
				   C3_ALL = (1ull << 22) - 1, S3_ALL = ((1ull << 49) - 1) & ~(0xfull << 22);
constexpr esp32::ChipPins ESP32 = {1, 6, 11, ESP32_ALL, ESP32_ALL & ~ESP32_INPUT_ONLY}, C3 = {21, 11, 17, C3_ALL, C3_ALL},
						  S3 = {43, 26, 32, S3_ALL, S3_ALL};

/** Why a pin cannot be used so; nullptr if it can. */
using PinRules = const char *(*)(uint32_t pin, PinUse use);

/**
 * By the chip's name: "ESP8266", "ESP8266-DOUT" (its flash is read over two wires), "ESP32", "ESP32-C3", "ESP32-S3";
 * nullptr for another.
 */
PinRules rules_of(const char *chip);

} // namespace mooring::posix
