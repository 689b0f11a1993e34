import type { Device, Relay } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import type { RelayPicture } from '$lib/relays/relay-state.ts';
import { homeWords } from '$words/home/home.ts';
import { shortMoment } from '$lib/words/format/times.ts';
import { shortAge, timeLeft } from './short-times.ts';

const words = homeWords.tile;

/** One or two lines that say what a relay does, short enough for a tile. */
export function relayLines(device: Device, { view }: Relay, picture: RelayPicture): string[] {
	const { reported, failure, changedAt, offAt, heldUntil } = view;
	if (picture === 'unknown') {
		const was = reported === null ? words.notKnown : words.was(reported);
		const { state, since } = device.presence;
		if (hub.link !== 'live' || state === 'online') return [was];
		const age = shortAge(hub.minute - since);
		return [state === 'away' ? words.away(age) : words.offline(age), was];
	}
	// The clock is read only for relays that show seconds, so that not every tile is updated every second.
	if (heldUntil !== null && heldUntil > hub.now) return [words.held(Math.ceil((heldUntil - hub.now) / 1_000))];
	if (picture === 'sending') return [words.sent];
	if (picture === 'failed') return [words.failed(failure!, reported === true)];
	if (view.pulseMs > 0 && !view.mayNotSwitch) return [reported ? words.pulsing : words.push];
	if (!reported) return [words.off];
	if (offAt !== null && offAt > hub.now) return [words.left(timeLeft(offAt - hub.now))];
	return [changedAt === null ? words.on : words.onSince(shortMoment(changedAt, hub.minute))];
}
