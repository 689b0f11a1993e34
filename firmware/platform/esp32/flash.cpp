#include "flash.h"

#include <esp_ota_ops.h>
#include <esp_partition.h>
#include <esp_system.h>

namespace mooring::esp32 {

namespace {

/** Our own subtypes, as in partitions.csv. */
constexpr int CONFIG_SUBTYPE = 0x40, STATE_SUBTYPE = 0x41;
constexpr uint32_t STATE_BYTES = STATE_SECTORS * FLASH_SECTOR_BYTES;

const esp_partition_t *data_partition(int subtype) {
	return esp_partition_find_first(ESP_PARTITION_TYPE_DATA, static_cast<esp_partition_subtype_t>(subtype), nullptr);
}

/** nullptr if the board was flashed with another partition table. */
const esp_partition_t *partition_of(Region region) {
	static const esp_partition_t *const config = data_partition(CONFIG_SUBTYPE);
	static const esp_partition_t *const state = data_partition(STATE_SUBTYPE);
	static const esp_partition_t *const image = esp_ota_get_next_update_partition(nullptr);
	switch (region) {
		case Region::Config:
			return config;
		case Region::State:
			return state;
		case Region::Image:
			break;
	}
	return image;
}

} // namespace

uint32_t flash_size(Region region) {
	if (region == Region::Config) return FLASH_SECTOR_BYTES;
	if (region == Region::State) return STATE_BYTES;
	const esp_partition_t *image = partition_of(region);
	return image != nullptr ? image->size : 0;
}

bool flash_read(Region region, uint32_t offset, uint8_t *out, uint32_t size) {
	const esp_partition_t *partition = partition_of(region);
	return partition != nullptr && esp_partition_read(partition, offset, out, size) == ESP_OK;
}

bool flash_erase(Region region, uint32_t sector_offset) {
	const esp_partition_t *partition = partition_of(region);
	return partition != nullptr && esp_partition_erase_range(partition, sector_offset, FLASH_SECTOR_BYTES) == ESP_OK;
}

bool flash_write(Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
	const esp_partition_t *partition = partition_of(region);
	return partition != nullptr && esp_partition_write(partition, offset, from, size) == ESP_OK;
}

bool switch_image() {
	const esp_partition_t *partition = partition_of(Region::Image);
	return partition != nullptr && esp_ota_set_boot_partition(partition) == ESP_OK;
}

bool is_on_trial() {
	esp_ota_img_states_t state;
	return esp_ota_get_state_partition(esp_ota_get_running_partition(), &state) == ESP_OK &&
		   state == ESP_OTA_IMG_PENDING_VERIFY;
}

void keep_image() { esp_ota_mark_app_valid_cancel_rollback(); }

void go_back() {
	esp_ota_mark_app_invalid_rollback_and_reboot();
	// It returns only if there is no older image: then this one goes on.
	esp_restart();
}

} // namespace mooring::esp32
