import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RelayView } from '../../../protocol/dashboard/devices.ts';
import { PUMP, device as view } from '../../../test/harness/network/fake-hub-socket.ts';
import { Device } from '../hub/device.svelte.ts';
import { hub } from '../hub/hub.ts';
import { pictureOf } from './relay-state.ts';
import { relayText } from './relay-text.ts';

vi.mock('../hub/hub.ts', async () => {
	const { LiveHub } = await import('../hub/live.svelte.ts');
	return { hub: new LiveHub(() => undefined) };
});

const SECOND_MS = 1_000;
/** A card's switch has room for so many characters. */
const MOST = 15;

beforeEach(() => void (hub.link = 'live'));

function text(relay: Partial<RelayView>) {
	const device = new Device({ ...view('a'), relays: [{ ...PUMP, ...relay }] });
	const [only] = device.relays;
	const said = relayText(device, only!, pictureOf(device, only!));
	expect(said.brief.length).toBeLessThanOrEqual(MOST);
	return said;
}

describe('a relay says', () => {
	const changedAt = new Date(hub.now).setHours(0, 1, 0, 0);

	it('its state, and who switched it and when', () => {
		const said = text({ reported: true, cause: 'command', by: 'anna', changedAt });
		expect(said).toEqual({
			full: expect.stringMatching(/^On · .*anna.*, 00:01$/) as string,
			brief: 'On',
			why: said.why,
		});
		expect(said.full).toBe(`On · ${said.why}`);
	});

	it('the seconds left of a countdown, which the briefer text has too', () => {
		const said = text({ reported: true, offAt: hub.now + 65 * SECOND_MS, changedAt });
		expect(said).toEqual({ full: 'On · off in 1:05', brief: '1:05 left', why: '' });
	});

	it.each<[string, Partial<RelayView>, string, RegExp]>([
		['sent', { wanted: true }, 'Sent …', /^Sent, waiting for the board$/],
		['no answer', { failure: 'no-answer' }, 'Off · no reply', /^No answer in \d+ s\. Still off\.$/],
		['not known', { reported: null }, 'Not known yet', /^State not known yet$/],
		['push', { pulseMs: 500, cause: 'boot' }, 'Push', /^Push$/],
	])('briefly and in full: %s', (_, relay, brief, full) => {
		expect(text(relay).brief).toBe(brief);
		expect(text(relay).full).toMatch(full);
	});
});
