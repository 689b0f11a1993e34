import { beforeEach, expect, it, vi } from 'vitest';
import type { RelayView } from '../../../protocol/dashboard/devices.ts';
import { PUMP, device as view } from '../../../test/harness/network/fake-hub-socket.ts';
import { Device } from '../hub/device.svelte.ts';
import { hub } from '../hub/hub.ts';
import { leftOnIn, litOf } from './all-off.ts';
import { roomSummary } from './room-summary.ts';
import type { Tile } from './tiles.ts';

vi.mock('../hub/hub.ts', async () => {
	const { LiveHub } = await import('../hub/live.svelte.ts');
	return { hub: new LiveHub(() => undefined) };
});

beforeEach(() => void (hub.link = 'live'));

function tile(id: string, relay: Partial<RelayView>): Tile<Device> {
	const device = new Device({ ...view(id), relays: [{ ...PUMP, ...relay }] });
	return { key: `relay:${id}:${PUMP.id}`, kind: 'relay', name: PUMP.name, title: PUMP.name, device, relay: PUMP.id };
}

it('a room where all relays are off says so', () => {
	expect(roomSummary([tile('a', {}), tile('b', {})], false)).toBe('All off');
});

it('a relay that is on counts, also for a guest who may only see it, and is not switched off with the room', () => {
	const seen = tile('a', { reported: true, mayNotSwitch: true });
	const own = tile('b', { reported: true });
	expect(roomSummary([seen], false)).toBe('1 on');
	expect(roomSummary([seen, own], false)).toBe('2 on');
	expect(litOf([seen, own])).toEqual([{ device: 'b', relay: PUMP.id }]);
});

it('a push button that is pushed does not count', () => {
	expect(roomSummary([tile('a', { reported: true, pulseMs: 500 })], false)).toBe('All off');
});

it('a relay that is left out of “All off” counts, is not switched off with the room, and is named', () => {
	const freezer = tile('a', { reported: true, notInAllOff: true });
	const lamp = tile('b', { reported: true });
	const off = tile('c', { notInAllOff: true });
	expect(roomSummary([freezer, lamp], false)).toBe('2 on');
	expect(litOf([freezer, lamp, off])).toEqual([{ device: 'b', relay: PUMP.id }]);
	expect(leftOnIn([freezer, lamp, off])).toEqual([PUMP.name]);
});
