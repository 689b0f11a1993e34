import { z } from 'zod';
import { HUB } from '../../base/actor.ts';
import type { Devices } from '../devices.ts';
import { startCountdown } from './countdown.ts';
import { LegacyBoard, type LegacyRelay, legacyOf } from './state.ts';
import { LEGACY_DEADLINE_MS, beginCommand } from './wish.ts';
import type { LiveDevice } from '../live-device.ts';
import { storedActor } from '../stored-live.ts';

/**
 * Resumes commands before their deadline and countdowns of boards with polling firmware; call after the devices are
 * loaded. Only the wall clock lasts across a restart, and it may have been set, so no remaining time is longer than
 * the whole one.
 */
export async function loadLegacyBoards(devices: Devices): Promise<void> {
	const { orm } = devices.options;
	for (const device of devices.byId.values()) {
		const { legacyTokenHash } = device.record;
		if (legacyTokenHash !== null) devices.legacyTokens.set(legacyTokenHash, device);
	}
	for (const row of await orm.em.fork().find(LegacyBoard, {})) {
		const device = devices.byId.get(row.deviceId);
		if (device?.isLegacy)
			legacyOf(device).relays = storedRelays(row.relays).map((relay) => resume(devices, device, relay));
	}
}

const actor = z.unknown().transform(storedActor);
const StoredRelay = z.object({
	id: z.number().int(),
	told: z.boolean().nullable().catch(null),
	why: z
		.object({ cause: z.enum(['command', 'countdown']), by: actor })
		.nullable()
		.catch(null),
	wish: z
		.object({ on: z.boolean(), forMs: z.number(), by: actor.transform((by) => by ?? HUB), until: z.number() })
		.nullable()
		.catch(null),
	countdown: z.object({ offAt: z.number(), forMs: z.number() }).nullable().catch(null),
});

/** Reads what an earlier release stored too; leaves out what cannot be read. */
function storedRelays(kept: unknown): LegacyRelay[] {
	if (!Array.isArray(kept)) return [];
	return kept.flatMap((relay) => StoredRelay.safeParse(relay).data ?? []);
}

function resume(devices: Devices, device: LiveDevice, kept: LegacyRelay): LegacyRelay {
	const relay = device.relay(kept.id);
	const now = devices.options.clock.now();
	const { countdown, wish } = kept;
	if (!relay) return kept;
	if (countdown) {
		const leftMs = Math.min(Math.max(0, countdown.offAt - now), countdown.forMs);
		startCountdown(devices, legacyOf(device), kept, leftMs);
		countdown.offAt = Math.min(countdown.offAt, now + leftMs);
		if (relay.reported) relay.offAt = countdown.offAt;
	}
	if (!wish) return kept;
	const leftMs = Math.min(wish.until - now, LEGACY_DEADLINE_MS);
	if (leftMs <= 0) return { ...kept, wish: null };
	const { on, forMs, by } = wish;
	beginCommand(devices, device, relay, { on, forMs, by, settled: () => undefined }, leftMs);
	return kept;
}
