#pragma once

#include <cstddef>
#include <utility>

namespace mooring {

/**
 * Brings `parts` into the order of the new `configs`, without a second copy of them: a part that `is_of` one of these
 * moves to its place, for the others `begin(part, config)` is called, and parts of none are dropped.
 * The array of parts has room for all configs.
 */
template<typename Part, typename Config, typename IsOf, typename Begin>
void keep_known(Part *parts, size_t *count, const Config *configs, size_t config_count, IsOf is_of, Begin begin) {
	size_t known = 0;
	for (size_t i = 0; i < *count; i++)
		for (size_t j = 0; j < config_count; j++)
			if (is_of(parts[i], configs[j])) {
				if (known != i) std::swap(parts[known], parts[i]);
				known++;
				break;
			}
	for (size_t i = 0; i < config_count; i++) {
		size_t found = i;
		while (found < known && !is_of(parts[found], configs[i])) found++;
		if (found < known) {
			if (found != i) std::swap(parts[found], parts[i]);
			continue;
		}
		// The part that lies here belongs to a later config: it waits behind the others.
		if (i < known) std::swap(parts[i], parts[known]);
		known++;
		begin(&parts[i], configs[i]);
	}
	*count = config_count;
}

} // namespace mooring
