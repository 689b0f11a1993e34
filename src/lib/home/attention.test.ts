import { describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import { NOW, device as view } from '../../../test/harness/network/fake-hub-socket.ts';
import { Device } from '../hub/device.svelte.ts';
import { attentionOf } from './attention.ts';

const MINUTE_MS = 60_000;
const gone = { state: 'away', since: NOW - 12 * MINUTE_MS, lastSeenAt: NOW - 12 * MINUTE_MS } as const;
const device = (id: string, change: Partial<DeviceView> = {}) => new Device({ ...view(id), ...change });
const pending = (state: PendingView['state']) => ({ id: state, name: `${state} one`, state }) as PendingView;
const said = (devices: Device[], waiting: PendingView[] = []) =>
	attentionOf(devices, waiting, NOW).map(({ words, at }) => [words.join(' '), at]);

describe('what needs a person', () => {
	it('is nothing in a house where all is well', () => {
		expect(said([device('a'), device('b')])).toEqual([]);
	});

	it('is first a board that waits for a decision, last one that is only to be set up', () => {
		expect(said([device('a', { presence: gone })], [pending('ready'), pending('awaiting')])).toEqual([
			['A board waits for your decision', 'pending'],
			['a is away 12 min', { device: 'a' }],
			['ready one to be set up', 'pending'],
		]);
	});

	it('names one device that is to be set up, and counts several', () => {
		expect(said([], [pending('expired')])).toEqual([['expired one to be set up', 'pending']]);
		expect(said([], [pending('ready'), pending('ready')])).toEqual([['2 devices to be set up', 'pending']]);
	});

	it('is no virtual board that the hub starts, nor one that is tried in a house without devices', () => {
		const virtual = (virtualRunning: boolean) =>
			({ ...pending('ready'), board: 'virtual', virtualRunning }) as PendingView;
		expect(said([], [virtual(false), virtual(true)])).toEqual([]);
		expect(said([device('a')], [virtual(true)])).toEqual([]);
		expect(said([device('a')], [virtual(false)])).toEqual([['ready one to be set up', 'pending']]);
	});

	it('is a device whose settings were refused, whose token is revoked, or whose update failed', () => {
		const { config, token } = view('x');
		const update = {
			state: 'failed',
			version: '2',
			percent: null,
			reason: null,
			fault: undefined,
			params: undefined,
		} as const;
		expect(
			said([
				device('a', { config: { ...config, state: 'refused' } }),
				device('b', { token: { ...token, state: 'revoked' } }),
				device('c', { update: update as DeviceView['update'] }),
			]),
		).toEqual([
			['a refused its settings', { device: 'a' }],
			['b needs new firmware', { device: 'b' }],
			['c was not updated', { device: 'c' }],
		]);
	});

	it('is a device that has never connected, but not while it is just claimed', () => {
		const never = (since: number) => device('a', { presence: { state: 'offline', since, lastSeenAt: null } });
		expect(said([never(NOW - 1_000)])).toEqual([]);
		expect(said([never(NOW - 5 * MINUTE_MS)])).toEqual([['a is offline 5 min', { device: 'a' }]]);
	});

	it('counts devices that are away where there are more than two', () => {
		const away = ['a', 'b', 'c'].map((id) => device(id, { presence: gone }));
		expect(said(away)).toEqual([['3 devices are not connected', 'devices']]);
		expect(said(away.slice(1))).toHaveLength(2);
	});
});
