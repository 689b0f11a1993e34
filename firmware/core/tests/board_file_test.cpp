#include "../controls/config_refusal.h"
#include "../flash/board_file.h"
#include "../flash/crc32.h"
#include "fakes/household.h"

namespace mooring::test {

namespace {

uint8_t blob[FLASH_SECTOR_BYTES];

size_t make_blob(const wire::BoardConfig &config) {
	constexpr size_t header = 12;
	const size_t size = wire::encode(mooring_v2_BoardConfig_fields, &config, blob + header, sizeof blob - header);
	memcpy(blob, "MOOR\x01\x00", 6);
	blob[6] = static_cast<uint8_t>(size & 0xff);
	blob[7] = static_cast<uint8_t>(size >> 8);
	write_le32(blob + 8, crc32(0, {blob + header, size}));
	return header + size;
}

BoardFile read_blob(size_t size) {
	machine.flash.put_config({blob, size});
	return read_board_file(machine.hal(POWER_ON), &file);
}

wire::BoardConfig small_config() {
	wire::BoardConfig config = mooring_v2_BoardConfig_init_zero;
	strcpy(config.board, "d1-mini");
	config.key_id[0] = 1;
	config.hubs_count = 1;
	strcpy(config.hubs[0].host, "192.168.1.5");
	config.hubs[0].port = 8080;
	config.has_configure = true;
	config.configure = household();
	return config;
}

} // namespace

TEST(BoardFile, IsReadAsItWasWritten_WhateverLiesBehind) {
	const size_t size = make_blob(small_config());
	memset(blob + size, 0x5a, sizeof blob - size);
	CHECK(read_blob(sizeof blob) == BoardFile::Good);
	CHECK(strcmp(file.hubs[0].host, "192.168.1.5") == 0);
	CHECK_EQUAL(file.configure.inputs[0].debounce_ms, 30);
}

TEST(BoardFile, OfAnOlderHubWithMoreAddressesThanTheBoardHasRoomFor_IsRead) {
	constexpr size_t header = 12;
	wire::BoardConfig config = small_config();
	for (size_t extra : {7, 8, 19}) {
		size_t size = make_blob(config);
		// The field of one hub: its tag, its length, its host and port.
		uint8_t hub[32];
		size_t at = header;
		while (memcmp(blob + at, "\x2a\x10\x0a\x0b", 4) != 0) at++;
		const size_t hub_size = 2 + blob[at + 1];
		memcpy(hub, blob + at, hub_size);
		for (size_t i = 0; i < extra; i++, size += hub_size) {
			memmove(blob + at + hub_size, blob + at, size - at);
			memcpy(blob + at, hub, hub_size);
			blob[at + hub_size - 4]++; // another host for each
			hub[hub_size - 4] = blob[at + hub_size - 4];
		}
		const size_t payload = size - header;
		blob[6] = static_cast<uint8_t>(payload & 0xff);
		blob[7] = static_cast<uint8_t>(payload >> 8);
		write_le32(blob + 8, crc32(0, {blob + header, payload}));
		CHECK(read_blob(size) == BoardFile::Good);
		CHECK_EQUAL(file.hubs_count, 8);
		CHECK_EQUAL(file.hubs[7].port, 8080);
		CHECK(memcmp(file.hubs[0].host, "192.168.1.", 10) == 0);
		CHECK_EQUAL(file.configure.inputs[0].debounce_ms, 30);
	}
}

TEST(BoardFile, ThatIsNone_SaysWhat) {
	const size_t size = make_blob(small_config());
	CHECK(read_blob(0) == BoardFile::NeverProvisioned);
	blob[0] ^= 1;
	CHECK(read_blob(size) == BoardFile::NotOurs);
	blob[0] ^= 1;
	blob[4] = 2;
	CHECK(read_blob(size) == BoardFile::OtherVersion);
	blob[4] = 1;
	for (size_t cut = 12; cut < size; cut++) CHECK(read_blob(cut) == BoardFile::Damaged);
	for (size_t byte = 12; byte < size; byte++) {
		blob[byte] ^= 0x10;
		CHECK(read_blob(size) == BoardFile::Damaged);
		blob[byte] ^= 0x10;
	}
	CHECK(read_blob(size) == BoardFile::Good);
}

TEST(BoardFile, AnyProtobuf_IsTakenOrRefused) {
	Random random(5);
	const size_t size = make_blob(small_config());
	for (int run = 0; run < 3'000; run++) {
		static uint8_t whole[sizeof blob];
		memcpy(whole, blob, sizeof blob);
		for (uint32_t i = 0, count = 1 + random.below(6); i < count; i++)
			blob[12 + random.below(static_cast<uint32_t>(size - 12))] = static_cast<uint8_t>(random.next());
		write_le32(blob + 8, crc32(0, {blob + 12, size - 12}));
		if (read_blob(size) == BoardFile::Good) config_refusal(machine.hal(POWER_ON), file.configure);
		memcpy(blob, whole, sizeof blob);
	}
}

} // namespace mooring::test
