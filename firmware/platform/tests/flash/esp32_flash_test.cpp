#include "../../esp32/flash.h"

#include <esp_ota_ops.h>
#include <esp_system.h>

#include <csetjmp>
#include <cstdlib>

#include "../../../core/tests/test.h"
#include "../fake-sdk/chip_flash.h"

// With the real partitions.csv, and a fake boot loader that knows which of the two applications runs.

namespace mooring::test {

namespace {

constexpr uint8_t OLD = 0x5a, IMAGE_MAGIC = 0xe9;
/** hub/boards/pins.ts */
constexpr uint32_t CONFIG = 0x3d0000;

struct Chip {
	esp_partition_t partitions[8];
	int count = 0;
	const esp_partition_t *running, *next;
	esp_ota_img_states_t state;
	bool has_older;
	bool went_back;
	jmp_buf restarted;

	Chip() {
		FILE *file = fopen(MOORING_PARTITIONS, "r");
		char line[200], label[17], type[8], subtype[8];
		unsigned offset, size;
		while (file != nullptr && fgets(line, sizeof line, file) != nullptr) {
			if (sscanf(line, "%16[^,], %7[^,], %7[^,], %x, %x", label, type, subtype, &offset, &size) != 5) continue;
			esp_partition_t &one = partitions[count++];
			one.type = strcmp(type, "app") == 0 ? ESP_PARTITION_TYPE_APP : ESP_PARTITION_TYPE_DATA;
			const bool is_ota = strncmp(subtype, "ota_", 4) == 0;
			one.subtype = static_cast<esp_partition_subtype_t>(
				is_ota ? ESP_PARTITION_SUBTYPE_APP_OTA_0 + subtype[4] - '0' : strtol(subtype, nullptr, 16));
			one.address = offset;
			one.size = size;
			strcpy(one.label, label);
		}
		if (file != nullptr) fclose(file);
		starts_from("app0");
	}
	const esp_partition_t *named(const char *label) const {
		for (int i = 0; i < count; i++)
			if (strcmp(partitions[i].label, label) == 0) return &partitions[i];
		return nullptr;
	}
	void starts_from(const char *label) {
		running = next = named(label);
		state = ESP_OTA_IMG_VALID;
		has_older = went_back = false;
	}
};

Chip &chip() {
	static Chip one;
	return one;
}

} // namespace

} // namespace mooring::test

using mooring::test::chip;
using mooring::test::chip_flash;

const esp_partition_t *esp_partition_find_first(esp_partition_type_t type, esp_partition_subtype_t subtype,
												const char *) {
	for (int i = 0; i < chip().count; i++)
		if (chip().partitions[i].type == type && chip().partitions[i].subtype == subtype) return &chip().partitions[i];
	return nullptr;
}

static bool is_within(const esp_partition_t *partition, size_t offset, size_t size) {
	return offset <= partition->size && size <= partition->size - offset;
}

esp_err_t esp_partition_read(const esp_partition_t *partition, size_t offset, void *out, size_t size) {
	if (!is_within(partition, offset, size)) return ESP_FAIL;
	return chip_flash.read(partition->address + static_cast<uint32_t>(offset), out, static_cast<uint32_t>(size))
			   ? ESP_OK
			   : ESP_FAIL;
}

esp_err_t esp_partition_write(const esp_partition_t *partition, size_t offset, const void *from, size_t size) {
	if (!is_within(partition, offset, size)) return ESP_FAIL;
	return chip_flash.write(partition->address + static_cast<uint32_t>(offset), from, static_cast<uint32_t>(size))
			   ? ESP_OK
			   : ESP_FAIL;
}

esp_err_t esp_partition_erase_range(const esp_partition_t *partition, size_t offset, size_t size) {
	if (!is_within(partition, offset, size) || size % mooring::test::ChipFlash::SECTOR_BYTES != 0) return ESP_FAIL;
	for (size_t at = offset; at < offset + size; at += mooring::test::ChipFlash::SECTOR_BYTES)
		if (!chip_flash.erase(partition->address + static_cast<uint32_t>(at))) return ESP_FAIL;
	return ESP_OK;
}

const esp_partition_t *esp_ota_get_running_partition() { return chip().running; }

const esp_partition_t *esp_ota_get_next_update_partition(const esp_partition_t *) {
	return chip().named(strcmp(chip().running->label, "app0") == 0 ? "app1" : "app0");
}

esp_err_t esp_ota_set_boot_partition(const esp_partition_t *partition) {
	if (chip_flash.bytes[partition->address] != mooring::test::IMAGE_MAGIC) return ESP_FAIL;
	chip().next = partition;
	return ESP_OK;
}

esp_err_t esp_ota_get_state_partition(const esp_partition_t *, esp_ota_img_states_t *state) {
	*state = chip().state;
	return ESP_OK;
}

esp_err_t esp_ota_mark_app_valid_cancel_rollback() {
	chip().state = ESP_OTA_IMG_VALID;
	return ESP_OK;
}

esp_err_t esp_ota_mark_app_invalid_rollback_and_reboot() {
	if (!chip().has_older) return ESP_FAIL;
	chip().went_back = true;
	longjmp(chip().restarted, 1);
}

void esp_restart() { longjmp(chip().restarted, 1); }

namespace mooring::test {

using namespace mooring::esp32;

namespace {

const struct {
	Region region;
	const char *label;
	uint32_t size;
} REGIONS[] = {{Region::Config, "cfg", 0x1000}, {Region::State, "state", 0x10000}, {Region::Image, "app1", 0x1e0000}};

} // namespace

TEST(Esp32Flash, ConfigLiesWhereTheHubWritesIt) {
	chip_flash.fill(OLD);
	CHECK(flash_erase(Region::Config, 0));
	CHECK_EQUAL(chip_flash.count_other_than(0xff, CONFIG, CONFIG + 0x1000), 0);
}

TEST(Esp32Flash, EveryRegionIsItsPartition_AndWhatIsErasedThereTouchesNothingElse) {
	for (const auto &[region, label, size] : REGIONS) {
		const esp_partition_t *partition = chip().named(label);
		CHECK(partition != nullptr);
		if (partition == nullptr) return;
		CHECK_EQUAL(flash_size(region), size);
		CHECK_EQUAL(partition->size, size);
		chip_flash.fill(OLD);
		for (uint32_t at = 0; at < size; at += FLASH_SECTOR_BYTES) CHECK(flash_erase(region, at));
		CHECK_EQUAL(chip_flash.count_other_than(0xff, partition->address, partition->address + size), 0);
		CHECK_EQUAL(chip_flash.count_other_than(OLD, 0, partition->address), 0);
		CHECK_EQUAL(chip_flash.count_other_than(OLD, partition->address + size, ChipFlash::BYTES), 0);
	}
}

TEST(Esp32Flash, NothingOutsideARegionIsTouched) {
	for (const auto &[region, label, size] : REGIONS) {
		chip_flash.fill(OLD);
		uint8_t bytes[8] = {};
		CHECK(!flash_erase(region, size));
		CHECK(!flash_erase(region, 0u - FLASH_SECTOR_BYTES));
		for (const uint32_t offset : {size - 4, size, size + 4, 0u - 4u}) {
			CHECK(!flash_write(region, offset, bytes, sizeof bytes));
			CHECK(!flash_read(region, offset, bytes, sizeof bytes));
		}
		CHECK_EQUAL(chip_flash.count_other_than(OLD, 0, ChipFlash::BYTES), 0);
	}
}

TEST(Esp32Flash, WhatIsWrittenCanBeRead) {
	chip_flash.fill(OLD);
	uint8_t from[64], out[64];
	Random random(9);
	random.fill(from, sizeof from);
	CHECK(flash_erase(Region::State, FLASH_SECTOR_BYTES));
	CHECK(flash_write(Region::State, FLASH_SECTOR_BYTES + 4, from, sizeof from));
	CHECK(flash_read(Region::State, FLASH_SECTOR_BYTES + 5, out, sizeof out - 1));
	CHECK_BYTES((Bytes{out, sizeof out - 1}), (Bytes{from + 1, sizeof from - 1}));
}

TEST(Esp32Flash, TheOtherApplicationRunsNext_IfItIsOne) {
	chip_flash.fill(OLD);
	chip().starts_from("app0");
	CHECK(!switch_image());
	CHECK(chip().next == chip().named("app0"));
	chip_flash.bytes[chip().named("app1")->address] = IMAGE_MAGIC;
	CHECK(switch_image());
	CHECK(chip().next == chip().named("app1"));
}

TEST(Esp32Flash, NewImageIsOnTrial_UntilItIsKept) {
	chip().starts_from("app1");
	CHECK(!is_on_trial());
	chip().state = ESP_OTA_IMG_PENDING_VERIFY;
	CHECK(is_on_trial());
	keep_image();
	CHECK(!is_on_trial());
}

TEST(Esp32Flash, ChipGoesBackToTheOlderImage) {
	chip().starts_from("app1");
	chip().has_older = true;
	if (setjmp(chip().restarted) == 0) go_back();
	CHECK(chip().went_back);
}

TEST(Esp32Flash, WithoutAnOlderImage_TheChipStartsAnew) {
	chip().starts_from("app1");
	if (setjmp(chip().restarted) == 0) go_back();
	CHECK(!chip().went_back);
}

} // namespace mooring::test
