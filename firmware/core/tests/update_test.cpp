#include "../update/update.h"

#include "fakes/crypto_of_tests.h"
#include "fakes/fake_machine.h"

namespace mooring::test {

namespace {

constexpr uint32_t CHUNK_BYTES = 960;
/** Not a whole number of words, sectors or chunks. */
constexpr uint32_t SIZE = 3 * FLASH_SECTOR_BYTES + 1'235;
constexpr wire::BootReason POWER_ON = mooring_v2_BootReason_BOOT_REASON_POWER_ON;

FakeMachine machine;
uint8_t image[SIZE];
wire::OtaChunk chunk;

wire::OtaBegin announced(uint32_t seed = 1, uint32_t size = SIZE) {
	wire::OtaBegin begin = mooring_v2_OtaBegin_init_zero;
	Random random(seed);
	random.fill(image, SIZE);
	begin.size = size;
	Sha256 hash;
	crypto_of_tests().sha256_begin(&hash);
	crypto_of_tests().sha256_add(&hash, {image, SIZE});
	crypto_of_tests().sha256_end(&hash, begin.sha256);
	return begin;
}

const wire::OtaChunk &chunk_at(uint32_t offset, uint32_t size = CHUNK_BYTES) {
	if (size > SIZE - offset) size = SIZE - offset;
	chunk.offset = offset;
	chunk.data.size = static_cast<pb_size_t>(size);
	memcpy(chunk.data.bytes, image + offset, size);
	return chunk;
}

/** Sends all that is missing; false if the update gave up or the power was lost. */
bool send_rest(Update *update, uint32_t offset, uint32_t chunk_bytes = CHUNK_BYTES) {
	while (offset < SIZE) {
		const wire::OtaProgress progress = update->chunk(chunk_at(offset, chunk_bytes));
		if (progress.error[0] != '\0' || machine.flash.is_cut()) return false;
		offset = progress.next_offset;
	}
	return true;
}

wire::OtaProgress finish(Update *update) {
	wire::OtaProgress progress = mooring_v2_OtaProgress_init_zero;
	if (update->end(&progress)) return progress;
	while (!update->step(&progress)) CHECK(update->is_checking());
	return progress;
}

bool image_is_in_flash() {
	static uint8_t found[SIZE];
	const Hal &hal = machine.hal(POWER_ON);
	return hal.flash_read(hal.context, Region::Image, 0, found, SIZE) && memcmp(found, image, SIZE) == 0;
}

void fresh() {
	machine.flash.make_new();
	machine.switched_image = 0;
}

} // namespace

TEST(Update, WholeImage_IsCheckedAndSwitchedTo) {
	constexpr uint32_t SIZES[] = {CHUNK_BYTES, 1, 7, 64, 333};
	for (uint32_t chunk_bytes : SIZES) {
		fresh();
		Update update(machine.hal(POWER_ON), crypto_of_tests());
		update.open();
		CHECK_EQUAL(update.begin(announced()).next_offset, 0);
		CHECK(send_rest(&update, 0, chunk_bytes));
		CHECK_EQUAL(machine.switched_image, 0);
		const wire::OtaProgress progress = finish(&update);
		CHECK(progress.done && progress.error[0] == '\0');
		CHECK_EQUAL(progress.next_offset, SIZE);
		CHECK_EQUAL(machine.switched_image, SIZE);
		CHECK(image_is_in_flash());
		CHECK_EQUAL(machine.flash.misuses, 0);
	}
}

TEST(Update, ChunkOutOfTurn_IsAnsweredWithWhereToGoOn) {
	fresh();
	Update update(machine.hal(POWER_ON), crypto_of_tests());
	update.open();
	CHECK(update.chunk(chunk_at(0)).error[0] != '\0'); // none has begun
	update.begin(announced());
	CHECK_EQUAL(update.chunk(chunk_at(CHUNK_BYTES)).next_offset, 0);
	CHECK_EQUAL(update.chunk(chunk_at(0)).next_offset, CHUNK_BYTES);
	CHECK_EQUAL(update.chunk(chunk_at(0)).next_offset, CHUNK_BYTES);
	wire::OtaProgress progress;
	CHECK(update.end(&progress)); // not all is there
	CHECK_EQUAL(progress.next_offset, CHUNK_BYTES);
	CHECK(!progress.done);
}

TEST(Update, ImageWithAnotherHash_IsNotSwitchedTo_AndBeginsAnew) {
	fresh();
	Update update(machine.hal(POWER_ON), crypto_of_tests());
	update.open();
	wire::OtaBegin begin = announced();
	begin.sha256[5] ^= 1;
	update.begin(begin);
	CHECK(send_rest(&update, 0));
	const wire::OtaProgress progress = finish(&update);
	CHECK(!progress.done && strstr(progress.error, "SHA-256") != nullptr);
	CHECK_EQUAL(machine.switched_image, 0);
	CHECK_EQUAL(update.begin(begin).next_offset, 0);
}

TEST(Update, ImageThatDoesNotFit_OrIsLongerThanAnnounced_IsRefused) {
	fresh();
	Update update(machine.hal(POWER_ON), crypto_of_tests());
	update.open();
	CHECK(update.begin(announced(1, FakeFlash::IMAGE_BYTES + 1)).error[0] != '\0');
	CHECK(update.begin(announced(1, 0)).error[0] != '\0');
	update.begin(announced(1, 100));
	CHECK(update.chunk(chunk_at(0)).error[0] != '\0');
	CHECK(update.chunk(chunk_at(0)).error[0] != '\0'); // none has begun any more
}

TEST(Update, AfterARestart_GoesOnWhereASectorEnded_AndAnotherImageBeginsAnew) {
	fresh();
	{
		Update update(machine.hal(POWER_ON), crypto_of_tests());
		update.open();
		update.begin(announced());
		for (uint32_t offset = 0; offset < 9 * CHUNK_BYTES; offset += CHUNK_BYTES) update.chunk(chunk_at(offset));
	}
	Update again(machine.hal(POWER_ON), crypto_of_tests());
	again.open();
	const wire::OtaProgress progress = again.begin(announced());
	CHECK_EQUAL(progress.next_offset, 2 * FLASH_SECTOR_BYTES);
	CHECK(send_rest(&again, progress.next_offset));
	CHECK(finish(&again).done);
	CHECK(image_is_in_flash());
	CHECK_EQUAL(again.begin(announced(2)).next_offset, 0);
	CHECK_EQUAL(machine.flash.misuses, 0);
}

TEST(Update, PowerLostAtEveryOperation_EndsWithTheWholeImage_AndNothingElseIsSwitchedTo) {
	for (int cut = 0;; cut++) {
		fresh();
		bool done = false;
		machine.flash.cut_after(cut);
		bool was_cut = false;
		for (int start = 0; start < 3 && !done; start++) {
			Update update(machine.hal(POWER_ON), crypto_of_tests());
			update.open();
			const wire::OtaProgress begun = update.begin(announced());
			if (begun.error[0] == '\0' && send_rest(&update, begun.next_offset)) done = finish(&update).done;
			if (machine.switched_image > 0) CHECK(image_is_in_flash());
			was_cut = was_cut || machine.flash.is_cut();
			if (machine.flash.is_cut()) machine.flash.power_on();
		}
		CHECK(done);
		CHECK_EQUAL(machine.flash.misuses, 0);
		if (!was_cut || has_failed()) return;
	}
}

TEST(Update, AnyMessages_NeverSwitchToAnythingButTheImage) {
	Random random(11);
	fresh();
	Update update(machine.hal(POWER_ON), crypto_of_tests());
	update.open();
	for (int run = 0; run < 3'000; run++) {
		wire::OtaProgress progress;
		machine.switched_image = 0;
		switch (random.below(8)) {
			case 0:
				if (random.below(10) == 0) update.begin(announced(1 + random.below(2)));
				break;
			case 1:
				update.end(&progress);
				break;
			case 2:
				update.step(&progress);
				break;
			default:
				chunk.offset = random.below(SIZE);
				chunk.data.size = static_cast<pb_size_t>(random.below(CHUNK_BYTES + 1));
				if (random.below(2) == 0) {
					wire::OtaChunk none = mooring_v2_OtaChunk_init_zero;
					none.offset = UINT32_MAX;
					const uint32_t next = update.chunk(none).next_offset;
					if (next < SIZE) chunk_at(next, 1 + random.below(CHUNK_BYTES));
				}
				update.chunk(chunk);
		}
		if (machine.switched_image > 0) CHECK(image_is_in_flash());
	}
	CHECK_EQUAL(machine.flash.misuses, 0);
}

} // namespace mooring::test
