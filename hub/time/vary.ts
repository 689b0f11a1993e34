/** The finalizer of MurmurHash3: every bit of its input changes half of the bits of its result. */
function mix(bits: number): number {
	bits ^= bits >>> 16;
	bits = Math.imul(bits, 0x85ebca6b);
	bits ^= bits >>> 13;
	bits = Math.imul(bits, 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * By how many minutes a schedule is moved on a day (days since 1970-01-01) of a vacation: from -`most` to `most`. Boards
 * draw in the same way (firmware/core/controls/vary.cpp), so the hub knows what they have drawn.
 */
export function varyBy(seed: number, day: number, schedule: number, most: number): number {
	return (mix(mix(seed ^ day) ^ schedule) % (2 * most + 1)) - most;
}
