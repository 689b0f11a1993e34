import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { NetworkView } from '../../../protocol/dashboard/wifi-networks.ts';
import { wifiWords } from '$words/wifi.ts';
import { WifiDraft } from './wifi-draft.svelte.ts';

const HARBOUR: NetworkView = { id: 'h', ssid: 'Harbour', secured: true };
const GUESTS: NetworkView = { id: 'g', ssid: 'Guests', secured: false };

const ask = vi.fn();
let draft: WifiDraft;
beforeEach(() => {
	draft = new WifiDraft({ choosesOnly: true });
	ask.mockReset();
});

function type(ssid: string, password: string) {
	Object.assign(draft, { ssid, password });
}

describe('the choice of a Wi-Fi', () => {
	it('is the only kept network by itself, of which nothing but the id is sent', async () => {
		draft.offer([HARBOUR]);
		expect([draft.typing, draft.name, draft.problem()]).toEqual([false, 'Harbour', undefined]);
		expect(await draft.send(ask)).toEqual({ ok: true, value: { network: 'h' } });
		expect(ask).not.toHaveBeenCalled();
	});

	it('is asked for among several, and where the only one is probably wrong', () => {
		const second = new WifiDraft({ choosesOnly: false });
		second.offer([HARBOUR]);
		draft.offer([HARBOUR, GUESTS]);
		for (const asking of [draft, second]) {
			expect([asking.typing, asking.name]).toEqual([false, '']);
			expect(asking.problem()).toEqual({ field: 'choice', message: wifiWords.problems.choose });
		}
	});

	it('keeps what was typed before the networks came, and what was chosen when they change', () => {
		type('Shed', 'long enough');
		draft.offer([HARBOUR]);
		expect([draft.typing, draft.name]).toEqual([true, 'Shed']);
		draft.chosen = 'h';
		draft.offer([GUESTS, HARBOUR]);
		expect(draft.name).toBe('Harbour');
	});

	it('is open again when the chosen network is kept no longer', () => {
		draft.offer([HARBOUR, GUESTS]);
		draft.chosen = 'h';
		draft.offer([GUESTS]);
		expect(draft.name).toBe('Guests'); // the only one now
		draft.offer([]);
		expect([draft.chosen, draft.typing]).toEqual([undefined, true]);
	});
});

describe('a typed network', () => {
	it('is checked by its bytes', () => {
		type('é'.repeat(17), '');
		expect(draft.problem()).toMatchObject({ field: 'ssid' });
		type('Shed', 'short');
		expect(draft.problem()).toMatchObject({ field: 'password' });
	});

	it('is kept first, and chosen from then on: its password is sent once', async () => {
		type('Harbour', 'salt and tar');
		ask.mockResolvedValue({ ok: true, value: HARBOUR });
		for (let n = 0; n < 2; n++) expect(await draft.send(ask)).toEqual({ ok: true, value: { network: 'h' } });
		expect(ask.mock.calls).toEqual([['POST', '/wifi-networks', { ssid: 'Harbour', password: 'salt and tar' }]]);
		expect([draft.password, draft.name]).toEqual(['', 'Harbour']);
	});

	it('stays as it was typed if the hub cannot keep it', async () => {
		type('Harbour', 'salt and tar');
		const error = { code: 'storage', message: 'The disk is full.' } as const;
		ask.mockResolvedValue({ ok: false, error });
		expect(await draft.send(ask)).toEqual({ ok: false, error });
		expect([draft.ssid, draft.password]).toEqual(['Harbour', 'salt and tar']);
	});

	it.each<[string, () => void]>([
		['if the hub is not to keep it', () => (draft.keep = false)],
		['if its name is kept already', () => draft.offer([{ ...HARBOUR, ssid: 'Shed' }, GUESTS])],
		[
			'if the hub keeps no more',
			() =>
				draft.offer(Array.from({ length: LIMITS.wifiNetworks }, (_, n) => ({ ...GUESTS, id: `${n}`, ssid: `${n}` }))),
		],
	])('goes to the board alone %s', async (_, make) => {
		type('Shed', 'long enough');
		make();
		expect(await draft.send(ask)).toEqual({ ok: true, value: { ssid: 'Shed', password: 'long enough' } });
		expect(ask).not.toHaveBeenCalled();
	});
});
