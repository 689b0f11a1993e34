import { LIMITS } from '$protocol/dashboard/limits.ts';
import type { Device, Relay } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { words } from '$words/words.ts';
import { homeWords } from '$words/home/home.ts';
import { shortCountdown, shortMoment } from '$lib/words/format/times.ts';
import type { RelayPicture } from './relay-state.ts';

export interface RelayText {
	/** one or two lines, for a row that has room and for screen readers */
	full: string;
	/** its state in about 15 characters */
	brief: string;
	/** who or what switched it, and when; empty where that is not known or `brief` says more */
	why: string;
}

const tile = homeWords.tile;

/** What a relay does, and who or what switched it last. */
export function relayText(device: Device, { view }: Relay, picture: RelayPicture): RelayText {
	const { reported, failure, cause, by, changedAt } = view;
	if (picture === 'unknown') {
		const brief = reported === null ? tile.notKnown : tile.was(reported);
		return { full: words.relay.lastKnown(reported), brief, why: '' };
	}
	// The clock is read only for relays that show seconds, so that not every one is updated every second.
	const heldMs = view.heldUntil === null ? 0 : view.heldUntil - hub.now;
	if (heldMs > 0) {
		const seconds = Math.max(1, Math.round(heldMs / 1_000));
		return { full: words.relay.held(seconds), brief: tile.held(seconds), why: '' };
	}
	if (picture === 'sending') return { full: words.relay.sending, brief: tile.sent, why: '' };
	if (picture === 'failed') {
		const answerS = LIMITS.answerS[device.base.security === 'legacy-v1' ? 'legacy' : 'link'];
		const full = words.relay.failed(failure!, reported, answerS);
		return { full, brief: tile.failed(failure!, reported === true), why: '' };
	}
	const when = changedAt === null ? '' : shortMoment(changedAt, hub.minute);
	if (view.pulseMs > 0) {
		if (reported) return { full: words.relay.pulsing, brief: tile.pulsing, why: '' };
		if (cause === 'pulse' || cause === 'command') {
			const full = words.relay.pulse(by, when);
			return { full, brief: tile.pulsing, why: words.relay.why(false, null, by, when) };
		}
		if (!view.mayNotSwitch) return { full: words.relay.push, brief: tile.push, why: '' };
	}
	const leftMs = reported && view.offAt !== null ? view.offAt - hub.now : 0;
	if (leftMs > 0) {
		const left = shortCountdown(leftMs);
		return { full: words.relay.offIn(left), brief: tile.left(left), why: '' };
	}
	const full = words.relay.state(reported!, cause, by, when);
	return { full, brief: reported ? tile.on : tile.off, why: words.relay.why(reported!, cause, by, when) };
}
