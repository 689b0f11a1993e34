#include "../controls/vary.h"
#include "fakes/fake_machine.h"
#include "vectors.h"

// protocol/vectors/vary.json, run on the core.

namespace mooring::test {

TEST(Vary, DrawsWhatTheHubDraws) {
	for (const VaryCase &one : VARY_CASES) CHECK_EQUAL(vary_by(one.seed, one.day, one.schedule, one.most), one.by);
}

} // namespace mooring::test
