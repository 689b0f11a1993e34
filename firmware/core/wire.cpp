#include "wire.h"

#include <pb_decode.h>
#include <pb_encode.h>

namespace mooring::wire {

size_t encode(const pb_msgdesc_t *fields, const void *message, uint8_t *out, size_t room) {
	pb_ostream_t stream = pb_ostream_from_buffer(out, room);
	return pb_encode(&stream, fields, message) ? stream.bytes_written : 0;
}

bool decode(const pb_msgdesc_t *fields, void *message, Bytes from) {
	pb_istream_t stream = pb_istream_from_buffer(from.data, from.size);
	return pb_decode(&stream, fields, message);
}

namespace {

/** Moves to the first field with one of these numbers; false if there is none. */
bool find_field(pb_istream_t *stream, uint32_t number, uint32_t or_number) {
	pb_wire_type_t type;
	uint32_t tag;
	bool end;
	while (pb_decode_tag(stream, &type, &tag, &end) && !end) {
		if (tag == number || tag == or_number) return true;
		if (!pb_skip_field(stream, type)) return false;
	}
	return false;
}

} // namespace

uint32_t configure_revision(Bytes from_hub) {
	pb_istream_t stream = pb_istream_from_buffer(from_hub.data, from_hub.size);
	pb_istream_t configure;
	uint32_t revision = 0;
	static_assert(mooring_v2_Configure_revision_tag == mooring_v2_ConfigurePart_revision_tag);
	constexpr uint32_t REVISION = mooring_v2_Configure_revision_tag;
	if (!find_field(&stream, mooring_v2_FromHub_configure_tag, mooring_v2_FromHub_configure_part_tag) ||
		!pb_make_string_substream(&stream, &configure))
		return 0;
	if (!find_field(&configure, REVISION, REVISION) || !pb_decode_varint32(&configure, &revision)) return 0;
	return revision;
}

} // namespace mooring::wire
