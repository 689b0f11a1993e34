import { vi } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import type { DeviceView, RelayView } from '../../../protocol/dashboard/devices.ts';
import type { Answer, LiveEvent, Missed, Snapshot } from '../../../protocol/dashboard/live.ts';

export const NOW = 1_800_000_000_000;
export const ANNA = { id: 'u1', name: 'Anna', role: 'owner' } as const;
export const PUMP: RelayView = {
	id: 1,
	name: 'Pump',
	icon: 'pump',
	pulseMs: 0,
	heldUntil: null,
	reported: false,
	wanted: null,
	cause: null,
	by: null,
	changedAt: null,
	offAt: null,
	failure: null,
};

export function device(id: string, name = id): DeviceView {
	return {
		id,
		name,
		code: 'ESP_1',
		mac: '1',
		board: 'virtual',
		boardName: 'Virtual board',
		security: 'secure-v2',
		claimedAt: 0,
		virtual: true,
		room: null,
		position: 0,
		ownerId: 'u1',
		token: { state: 'active', createdAt: 0, lastUsedAt: 0, fingerprint: null, firmware: null },
		config: { version: 1, state: 'applied', error: null, changedAt: null, appliedAt: null, secondWifi: null },
		update: null,
		inputs: [],
		presence: { state: 'online', since: 0, lastSeenAt: 0 },
		vitals: {
			rssi: null,
			ssid: null,
			address: null,
			freeHeap: null,
			uptimeMs: null,
			startedAt: null,
			firmware: null,
			chip: null,
			clockUnset: false,
		},
		relays: [PUMP],
		readings: [],
	};
}

export function snapshot(seq: number, devices: DeviceView[], epoch = 'a'): Snapshot {
	const hub = { name: 'Home', version: '1', needsSetUp: false };
	const rest = { pending: [], scenes: [], home: EMPTY_HOME, preferences: NO_PREFERENCES };
	return { kind: 'snapshot', epoch, seq, now: NOW, hub, user: ANNA, devices, ...rest };
}

/** A dashboard's socket without a hub: records what was asked, and answers what a test tells it to. */
export class FakeSocket {
	connected = false;
	active = true;
	readonly asked: { name: string; body: unknown; answer: (answer: Answer<unknown>) => void; lost: () => void }[] = [];
	readonly connect = vi.fn();
	readonly disconnect = vi.fn();
	#heard = new Map<string, (value?: unknown) => void>();

	on(name: string, listener: (value?: unknown) => void) {
		this.#heard.set(name, listener);
	}
	emit(name: string, body: unknown, answer: (answer: Answer<unknown>) => void) {
		this.asked.push({ name, body, answer, lost: () => undefined });
	}
	timeout() {
		return {
			emit: (name: string, body: unknown, answer: (error: Error | null, answer?: Answer<unknown>) => void) =>
				this.asked.push({ name, body, answer: (a) => answer(null, a), lost: () => answer(new Error('timeout')) }),
			emitWithAck: (name: string, body: unknown) =>
				new Promise((resolve, reject) =>
					this.asked.push({ name, body, answer: resolve, lost: () => reject(new Error('timeout')) }),
				),
		};
	}

	say(name: string, value?: unknown) {
		if (name === 'connect') this.connected = true;
		if (name === 'disconnect') this.connected = false;
		this.#heard.get(name)!(value);
	}
	live(seq: number, event: LiveEvent) {
		this.say('live', { seq, event });
	}
	questions(name: string) {
		return this.asked.filter((question) => question.name === name);
	}
	answerFollow(value: Snapshot | Missed) {
		this.questions('follow').at(-1)!.answer({ ok: true, value });
	}
}
