import { expect, it, vi } from 'vitest';
import type { DeviceConfig } from '$protocol/dashboard/plan.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { request } from '$lib/hub/request.ts';
import { Details } from './details.svelte.ts';

vi.mock('$lib/hub/hub.ts', () => ({ hub: { toast: vi.fn(), fail: vi.fn(), nameOf: () => 'Cellar' } }));
vi.mock('$lib/hub/request.ts', () => ({ request: vi.fn(), isUnanswered: () => false }));

const config = (name: string, version: number): DeviceConfig => ({
	config: { version, state: 'applied', error: null, changedAt: null, appliedAt: null, secondWifi: null },
	plan: {
		relays: [
			{
				...{ id: 1, name, icon: 'plug', gpio: 0, activeLow: false, powerOn: 'off' },
				...{ maxOnMs: 0, pulseMs: 0, interlockGroup: 0, deadTimeMs: 0 },
			},
		],
		inputs: [],
		sensors: [],
		schedules: [],
	},
	running: null,
	capacity: { relays: 16, inputs: 16, sensors: 8, schedules: 32 },
});
const answer = <T>(value: T) => ({ ok: true as const, value });

it('keeps what is typed while the plan is being saved, as an unsaved change', async () => {
	const details = new Details({ id: 'd1', base: { board: 'b1', config: { version: 1 } } } as Device);
	vi.mocked(request).mockResolvedValueOnce(answer(config('Pump', 1)));
	await details.readPlan();
	const relay = () => details.draft!.relays[0]!;
	relay().name = 'Fan';

	let saved!: (value: unknown) => void;
	vi.mocked(request).mockReturnValueOnce(new Promise((resolve) => (saved = resolve as typeof saved)) as never);
	const saving = details.save();
	relay().name = 'Fan in the attic';
	saved(answer(config('Fan', 2)));
	await saving;
	expect([relay().name, details.dirty, details.changedElsewhere]).toEqual(['Fan in the attic', true, false]);

	vi.mocked(request).mockResolvedValueOnce(answer(config('Fan in the attic', 3)));
	await details.save();
	expect(request).toHaveBeenLastCalledWith('PUT', '/devices/d1/config', expect.objectContaining({ version: 2 }));
	expect([relay().name, details.dirty]).toEqual(['Fan in the attic', false]);
});
