#include "../log.h"
#include "fakes/fake_machine.h"

namespace mooring::test {

TEST(Log, KeepsTheNewestLinesForTheHub_AndDrawsNothingOnATerminal) {
	FakeMachine alone;
	Log log(alone.hal(mooring_v2_BootReason_BOOT_REASON_POWER_ON));
	log.info("one %d", 1);
	CHECK(log.untold() == nullptr);
	log.note("two %d", 2);
	CHECK(strcmp(log.untold()->text, "two 2") == 0);
	for (size_t i = 0; i < Log::LINES + 3; i++) log.warn("line %u\x1b[2J\n", static_cast<unsigned>(i));
	CHECK(strcmp(log.untold()->text, "line 3?[2J?") == 0);
	for (size_t i = 0; i < Log::LINES; i++) log.told();
	CHECK(log.untold() == nullptr);
	log.error(
		"%s",
		"a line that is much longer than what is kept of one, which is no reason to write beyond its end, whatever "
		"a hub may have sent for a reason, since that may be anybody");
	CHECK_EQUAL(strlen(log.untold()->text), Log::LINE_BYTES - 1);
}

} // namespace mooring::test
