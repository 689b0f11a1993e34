#include "../../esp8266/flash.h"

#include <Arduino.h>
#include <eboot_command.h>

#include "../../../core/tests/test.h"

// The flash map of the Arduino core's linker scripts, tools/sdk/ld/eagle.flash.4m2m.ld, eagle.flash.2m128.ld and
// eagle.flash.1m64.ld, on a fake flash that refuses what the SDK refuses. Built three times, for 4, 2 and 1 MB.

namespace mooring::test {

using namespace mooring::esp8266;

namespace {

#if MOORING_FLASH_BYTES == 0x400000
constexpr uint32_t STATE = 0x200000, IMAGE = 0x100000;
#elif MOORING_FLASH_BYTES == 0x200000
constexpr uint32_t STATE = 0x1e0000, IMAGE = 0x100000;
#else
constexpr uint32_t STATE = 0xeb000, IMAGE = 0x62000; // 400,016 bytes of sketch, in whole sectors
#endif
constexpr uint32_t CONFIG = MOORING_FLASH_BYTES - 0x5000;
/** From here on the SDK keeps the radio's calibration and its parameters. */
constexpr uint32_t OF_THE_SDK = MOORING_FLASH_BYTES - 0x4000;
constexpr uint8_t OLD = 0x5a;

const struct {
	Region region;
	uint32_t begin, size;
} REGIONS[] = {
	{Region::Config, CONFIG, 0x1000}, {Region::State, STATE, 0x10000}, {Region::Image, IMAGE, STATE - IMAGE}};

} // namespace

TEST(Esp8266Flash, EveryRegionLiesInItsPlace_AndWhatIsErasedThereTouchesNothingElse) {
	for (const auto &[region, begin, size] : REGIONS) {
		CHECK_EQUAL(flash_size(region), size);
		chip_flash.fill(OLD);
		for (uint32_t at = 0; at < size; at += FLASH_SECTOR_BYTES) CHECK(flash_erase(region, at));
		CHECK_EQUAL(chip_flash.count_other_than(0xff, begin, begin + size), 0);
		CHECK_EQUAL(chip_flash.count_other_than(OLD, 0, begin), 0);
		CHECK_EQUAL(chip_flash.count_other_than(OLD, begin + size, ChipFlash::BYTES), 0);
		CHECK(begin + size <= OF_THE_SDK);
		CHECK(begin >= ESP.getSketchSize());
	}
}

TEST(Esp8266Flash, NothingOutsideARegionIsTouched) {
	for (const auto &[region, begin, size] : REGIONS) {
		chip_flash.fill(OLD);
		uint8_t bytes[8] = {};
		CHECK(!flash_erase(region, size));
		CHECK(!flash_erase(region, size - FLASH_SECTOR_BYTES + 4));
		CHECK(!flash_erase(region, 0u - FLASH_SECTOR_BYTES));
		for (const uint32_t offset : {size - 4, size, size + 4, 0u - 4u}) {
			CHECK(!flash_write(region, offset, bytes, sizeof bytes));
			CHECK(!flash_read(region, offset, bytes, sizeof bytes));
		}
		CHECK(!flash_read(region, 0, bytes, size + 1));
		CHECK_EQUAL(chip_flash.count_other_than(OLD, 0, ChipFlash::BYTES), 0);
		CHECK(flash_write(region, size - 8, bytes, sizeof bytes));
		CHECK_EQUAL(chip_flash.count_other_than(OLD, begin, begin + size), 8);
	}
}

TEST(Esp8266Flash, ReadsAnyBytes_IntoAnyPlace) {
	chip_flash.fill(OLD);
	for (uint32_t i = 0; i < 64; i++) chip_flash.bytes[STATE + i] = static_cast<uint8_t>(i);
	for (uint32_t offset = 0; offset < 8; offset++)
		for (uint32_t size = 0; size < 16; size++)
			for (uint32_t place = 0; place < 4; place++) {
				alignas(4) uint8_t out[24] = {};
				CHECK(flash_read(Region::State, offset, out + place, size));
				CHECK_BYTES((Bytes{out + place, size}), (Bytes{chip_flash.bytes + STATE + offset, size}));
				CHECK_EQUAL(out[place + size], 0);
			}
}

TEST(Esp8266Flash, WritesFromAnyPlace_WhatCanBeReadAgain) {
	chip_flash.fill(OLD);
	CHECK(flash_erase(Region::State, FLASH_SECTOR_BYTES));
	alignas(4) uint8_t from[68], out[64];
	Random random(5);
	random.fill(from, sizeof from);
	for (uint32_t place = 0; place < 4; place++) {
		const uint32_t at = FLASH_SECTOR_BYTES + place * 64;
		CHECK(flash_write(Region::State, at, from + place, 64));
		CHECK(flash_read(Region::State, at, out, 64));
		CHECK_BYTES((Bytes{out, 64}), (Bytes{from + place, 64}));
	}
}

TEST(Esp8266Flash, ImageIsCopiedAtTheNextStart_IfItIsOne) {
	chip_flash.fill(OLD);
	next_start = {};
	CHECK(!switch_image(300'000));
	CHECK_EQUAL(next_start.action, 0);
	chip_flash.bytes[IMAGE] = 0xe9;
	CHECK(switch_image(300'000));
	CHECK_EQUAL(next_start.action, ACTION_COPY_RAW);
	CHECK_EQUAL(next_start.args[0], IMAGE);
	CHECK_EQUAL(next_start.args[1], 0);
	CHECK_EQUAL(next_start.args[2], 300'000);
}

} // namespace mooring::test
