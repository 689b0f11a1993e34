#include "board_file.h"

#include "crc32.h"
#include "flash_stream.h"

namespace mooring {

namespace {

constexpr uint8_t MAGIC[4] = {'M', 'O', 'O', 'R'};
constexpr uint16_t VERSION = 1;
constexpr uint32_t HEADER_BYTES = 12;
constexpr uint32_t PIECE_BYTES = 64;

constexpr size_t MOST_HUBS = sizeof(wire::BoardConfig::hubs) / sizeof(wire::HubAddress);

/** A part of the file that is skipped, from the beginning of one field to that of another. */
struct Skipped {
	uint32_t begin, end;
};

bool crc_fits(const Hal &hal, uint32_t length, uint32_t wanted) {
	uint8_t piece[PIECE_BYTES];
	uint32_t crc = 0;
	for (uint32_t done = 0; done < length; done += PIECE_BYTES) {
		const uint32_t size = length - done < PIECE_BYTES ? length - done : PIECE_BYTES;
		if (!hal.flash_read(hal.context, Region::Config, HEADER_BYTES + done, piece, size)) return false;
		crc = crc32(crc, {piece, size});
	}
	return crc == wanted;
}

/** Finds the addresses that a board has no room for, which lie side by side: an older hub wrote all it had. */
bool find_excess_hubs(const Hal &hal, uint32_t length, Skipped *excess) {
	FlashStream flash(hal, Region::Config, HEADER_BYTES, length);
	pb_istream_t stream = flash.stream();
	size_t hubs = 0;
	while (stream.bytes_left > 0) {
		const uint32_t begin = flash.offset();
		pb_wire_type_t type;
		uint32_t tag;
		bool eof;
		if (!pb_decode_tag(&stream, &type, &tag, &eof) || !pb_skip_field(&stream, type)) return false;
		if (tag != mooring_v2_BoardConfig_hubs_tag || ++hubs <= MOST_HUBS) continue;
		if (excess->end != begin) excess->begin = begin;
		excess->end = flash.offset();
	}
	return true;
}

} // namespace

BoardFile read_board_file(const Hal &hal, wire::BoardConfig *config) {
	uint8_t header[HEADER_BYTES];
	if (!hal.flash_read(hal.context, Region::Config, 0, header, HEADER_BYTES)) return BoardFile::Damaged;
	bool blank = true;
	for (uint8_t byte : header) blank = blank && byte == 0xff;
	if (blank) return BoardFile::NeverProvisioned;
	if (memcmp(header, MAGIC, sizeof MAGIC) != 0) return BoardFile::NotOurs;
	if (read_le16(header + 4) != VERSION) return BoardFile::OtherVersion;
	const uint32_t length = read_le16(header + 6);
	if (length > FLASH_SECTOR_BYTES - HEADER_BYTES || !crc_fits(hal, length, read_le32(header + 8)))
		return BoardFile::Damaged;
	Skipped excess = {};
	if (!find_excess_hubs(hal, length, &excess)) return BoardFile::Damaged;
	FlashStream flash(hal, Region::Config, HEADER_BYTES, length);
	flash.skip(excess.begin, excess.end);
	pb_istream_t stream = flash.stream();
	return pb_decode(&stream, mooring_v2_BoardConfig_fields, config) ? BoardFile::Good : BoardFile::Damaged;
}

const char *words_of(BoardFile file) {
	switch (file) {
		case BoardFile::Good:
			return "The config file is good.";
		case BoardFile::NeverProvisioned:
			return "This board was never provisioned: flash it with a config file of its hub.";
		case BoardFile::NotOurs:
			return "What lies in the place of the config file is none of Mooring.";
		case BoardFile::OtherVersion:
			return "The config file has a version that this firmware does not read.";
		case BoardFile::Damaged:
			break;
	}
	return "The config file is damaged, or holds more than this board has room for. Flash it again.";
}

} // namespace mooring
