import { expect, it, vi } from 'vitest';
import { ANNA } from '../../../test/harness/network/fake-hub-socket.ts';
import { view } from '../devices/list-view.svelte.ts';
import { runs } from '../scenes/runs.svelte.ts';
import { outdated } from '../updates/outdated.svelte.ts';
import { hub } from './hub.ts';
import type { HubSocket } from './live.svelte.ts';

vi.mock('./hub.ts', async () => {
	const { LiveHub } = await import('./live.svelte.ts');
	const socket = { on: () => undefined, disconnect: () => undefined } as unknown as HubSocket;
	return {
		hub: new LiveHub(
			() => undefined,
			() => socket,
		),
	};
});

it('nothing of who has signed out is shown to who signs in next', () => {
	vi.stubGlobal('document', new EventTarget());
	hub.start(ANNA);
	hub.toast('info', 'Lamp is on.');
	view.text = 'lamp';
	view.filter = 'online';
	outdated.take({ outdated: [{ device: 'd1', name: 'Hall', running: '1', newest: '2', fallsBack: true }] } as never);
	runs.current.set('s1', { state: 'partly', on: undefined });
	hub.stop();
	vi.unstubAllGlobals();
	expect(hub.toasts).toEqual([]);
	expect(view.narrowed).toBe(false);
	expect([outdated.current.size, outdated.known]).toEqual([0, false]);
	expect([runs.current.size, runs.shown]).toEqual([0, undefined]);
});
