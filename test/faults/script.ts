import { Dice } from './dice.ts';
import type { ImageKind } from './offered-images.ts';

/** Ids of the relays of every board, named by their power-on state. */
export const RELAYS = { last: 1, off: 2, on: 3 } as const;
export type RelayId = (typeof RELAYS)[keyof typeof RELAYS];

/** What somebody does with a device. */
export type Operation =
	| { do: 'switch'; relay: RelayId; on: boolean }
	| { do: 'on for'; relay: RelayId; ms: number }
	| { do: 'rotate' }
	/** moves a relay to another pin */
	| { do: 'configure' }
	/** to an image that works, or to one from which the board must go back */
	| { do: 'update'; image: ImageKind }
	/** makes new firmware and flashes the board with it; the token may be revoked before */
	| { do: 'flash anew'; revoke: boolean }
	| { do: 'reboot' };

/** What happens meanwhile. */
export type Fault =
	| { what: 'nothing' }
	/** the line breaks after this many bytes of both directions */
	| { what: 'cut'; bytes: number }
	/** the power is lost in an operation of the flash, when `percent` of it is done */
	| { what: 'power at flash'; operation: number; percent: number }
	/** the plug is pulled; the hub notices at once, or only when the line works again */
	| { what: 'plug'; ms: number; told: boolean }
	/** the line is silent for a while; then it delivers what it held back, or breaks */
	| { what: 'silence'; ms: number; breaks: boolean }
	/** everything comes later */
	| { what: 'slow'; ms: number }
	/** bytes on its line come twice, or in the wrong order */
	| { what: 'disorder'; how: 'repeats' | 'swaps' }
	| { what: 'hub'; ends: 'stopped' | 'killed'; ms: number }
	/** the hub's clock steps by most of a day; the board gets the time when it connects */
	| { what: 'clock' };

export interface Step {
	operation: Operation;
	fault: Fault;
}

/** More bytes than most operations need, with the connection that follows. */
const MOST_BYTES = 1_800;
/** More operations of the flash than any of these needs, but for an update. */
const MOST_FLASH = 14;
/** A command on such a line comes after its deadline. */
export const TOO_SLOW_MS = 4_500;

/** What one run does; it follows from the seed alone. */
export function scriptOf(seed: number): Step[] {
	const dice = new Dice(seed);
	const relay = () => dice.one(Object.values(RELAYS));
	const operation = () =>
		dice.weighed<Operation>([
			[5, () => ({ do: 'switch', relay: relay(), on: dice.chance() < 0.5 })],
			[3, () => ({ do: 'on for', relay: relay(), ms: dice.between(1_000, 1_300) })],
			[4, () => ({ do: 'rotate' })],
			[4, () => ({ do: 'configure' })],
			[1, () => ({ do: 'update', image: dice.one<ImageKind>(['good', 'good', 'deaf', 'crashing']) })],
			[1.5, () => ({ do: 'flash anew', revoke: dice.chance() < 0.5 })],
			[2, () => ({ do: 'reboot' })],
		]);
	const fault = () =>
		dice.weighed<Fault>([
			[2, () => ({ what: 'nothing' })],
			[8, () => ({ what: 'cut', bytes: dice.between(0, MOST_BYTES) })],
			[
				8,
				() => ({
					what: 'power at flash',
					operation: dice.between(1, MOST_FLASH),
					percent: dice.between(0, 100),
				}),
			],
			[4, () => ({ what: 'plug', ms: dice.between(0, 150), told: dice.chance() < 0.5 })],
			[2, () => ({ what: 'silence', ms: dice.between(50, 600), breaks: dice.chance() < 0.5 })],
			[1.5, () => ({ what: 'slow', ms: dice.between(20, 300) })],
			[0.2, () => ({ what: 'slow', ms: TOO_SLOW_MS })],
			[2, () => ({ what: 'disorder', how: dice.one(['repeats', 'swaps'] as const) })],
			[0.15, () => ({ what: 'hub', ends: 'killed', ms: dice.between(0, 100) })],
			[0.15, () => ({ what: 'hub', ends: 'stopped', ms: dice.between(0, 100) })],
			[0.6, () => ({ what: 'clock' })],
		]);
	return Array.from({ length: dice.between(1, 2) }, () => ({ operation: operation(), fault: fault() }));
}
