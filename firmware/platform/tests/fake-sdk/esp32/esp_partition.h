#pragma once

#include <cstddef>
#include <cstdint>

/** What flash.cpp uses of ESP-IDF: the partitions of partitions.csv, on the fake flash. */
typedef int esp_err_t;
constexpr esp_err_t ESP_OK = 0, ESP_FAIL = -1;

typedef enum { ESP_PARTITION_TYPE_APP = 0, ESP_PARTITION_TYPE_DATA = 1 } esp_partition_type_t;
typedef enum { ESP_PARTITION_SUBTYPE_APP_OTA_0 = 0x10, ESP_PARTITION_SUBTYPE_ANY = 0xff } esp_partition_subtype_t;

struct esp_partition_t {
	esp_partition_type_t type;
	esp_partition_subtype_t subtype;
	uint32_t address, size;
	char label[17];
};

const esp_partition_t *esp_partition_find_first(esp_partition_type_t type, esp_partition_subtype_t subtype,
												const char *label);
esp_err_t esp_partition_read(const esp_partition_t *partition, size_t offset, void *out, size_t size);
esp_err_t esp_partition_write(const esp_partition_t *partition, size_t offset, const void *from, size_t size);
esp_err_t esp_partition_erase_range(const esp_partition_t *partition, size_t offset, size_t size);
