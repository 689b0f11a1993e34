#include "../flash/memory.h"
#include "fakes/fake_machine.h"

namespace mooring::test {

TEST(Wire, AnyBytes_AreAMessageOrNone) {
	Random random(17);
	static uint8_t bytes[1008];
	static wire::FromHub message;
	for (int run = 0; run < 20'000; run++) {
		const size_t size = random.below(run % 10 == 0 ? sizeof bytes : 80);
		random.fill(bytes, size);
		// Sometimes with a known tag.
		if (size > 2)
			bytes[0] = static_cast<uint8_t>((1 + random.below(9)) << 3 | 2), bytes[1] = static_cast<uint8_t>(size - 2);
		wire::decode(mooring_v2_FromHub_fields, &message, {bytes, size});
		wire::configure_revision({bytes, size});
	}
}

TEST(Wire, RevisionOfAConfigureThatIsTooLarge_IsFound) {
	// relays = 17 × RelayConfig {}, behind revision 300.
	uint8_t bytes[5 + 2 * (MAX_RELAYS + 1)] = {0x12, sizeof bytes - 2, 0x08, 0xac, 0x02};
	for (size_t i = 5; i < sizeof bytes; i += 2) bytes[i] = 0x12;
	static wire::FromHub message;
	CHECK(!wire::decode(mooring_v2_FromHub_fields, &message, {bytes, sizeof bytes}));
	CHECK_EQUAL(wire::configure_revision({bytes, sizeof bytes}), 300);
	CHECK_EQUAL(wire::configure_revision({bytes, 4}), 0);
	// configure_part { revision: 300, sha256: one byte }
	const uint8_t part[] = {0x5a, 6, 0x08, 0xac, 0x02, 0x1a, 1, 0xff};
	CHECK(!wire::decode(mooring_v2_FromHub_fields, &message, {part, sizeof part}));
	CHECK_EQUAL(wire::configure_revision({part, sizeof part}), 300);
}

} // namespace mooring::test
