import { z } from 'zod';
import { Cause } from '../../protocol/dashboard/shapes.ts';
import { type Actor, personActor } from '../base/actor.ts';
import { boundCapacity } from '../link/board-message.ts';
import { BOUNDS, cleanText } from '../link/bounds.ts';
import type { StoredRelay, StoredVitals } from './entities.ts';
import { LAST_MOMENT_MS } from '../base/clock.ts';

const WORD_MAX = 64;

const word = z
	.string()
	.transform((text) => cleanText(text, WORD_MAX))
	.nullish()
	.catch(null)
	.transform((text) => text ?? null);
const Vitals = z.object({
	rssi: z
		.number()
		.nullish()
		.catch(null)
		.transform((rssi) => (typeof rssi === 'number' ? BOUNDS.Hello.rssi(rssi) : null)),
	ssid: word,
	address: word,
	firmware: word,
	chip: word,
	features: z
		.number()
		.int()
		.nullish()
		.catch(null)
		.transform((bits) => bits ?? null),
	capacity: z
		.object({
			relays: z.number().int(),
			inputs: z.number().int(),
			sensors: z.number().int(),
			schedules: z.number().int(),
			configBytes: z.number().int(),
		})
		.nullish()
		.catch(null)
		.transform((capacity) => (capacity ? boundCapacity(capacity) : null)),
});
const Person = z.object({
	kind: z.literal('person'),
	id: z.string().nullable(),
	name: z.string(),
	via: z.object({ kind: z.literal('scene'), id: z.string(), name: z.string() }).optional(),
});
/** Releases before 0.2.0 stored only a name, with the scene's name in brackets. */
const Name = z.string().transform((name) => personActor({ id: null, name }));
const Relay = z.object({
	id: z.number().int(),
	on: z.boolean(),
	cause: Cause.nullable().catch(null),
	by: z.unknown().transform(storedActor),
	changedAt: z.number().int().min(0).max(LAST_MOMENT_MS).nullable().catch(null),
});

/** Vitals from before the last start, without impossible values: earlier releases stored whatever a board sent. */
export function storedVitals(kept: unknown): Required<StoredVitals> {
	return Vitals.parse({ ...(kept !== null && typeof kept === 'object' ? kept : {}) });
}

/** Who did it; null if nobody did, or it cannot be read. */
export function storedActor(kept: unknown): Actor | null {
	return (Name.or(Person).safeParse(kept).data as Actor | undefined) ?? null;
}

export function storedRelays(kept: unknown): StoredRelay[] {
	if (!Array.isArray(kept)) return [];
	return kept.flatMap((relay) => Relay.safeParse(relay).data ?? []);
}
