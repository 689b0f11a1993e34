import { z } from 'zod';
import { Cause } from '../../protocol/dashboard/shapes.ts';
import { BOUNDS, cleanText } from '../link/bounds.ts';
import type { StoredRelay, StoredVitals } from './entities.ts';

/** The last moment that a date can show, Unix ms (ECMA-262, 21.4.1.1). */
const DATE_MAX = 8.64e15;
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
		.transform((said) => (typeof said === 'number' ? BOUNDS.Hello.rssi(said) : null)),
	ssid: word,
	address: word,
	firmware: word,
	chip: word,
});
const Relay = z.object({
	id: z.number().int(),
	on: z.boolean(),
	cause: Cause.nullable().catch(null),
	by: z.string().nullable().catch(null),
	changedAt: z.number().int().min(0).max(DATE_MAX).nullable().catch(null),
});

/** What boards said before the last start, as far as it can be shown: earlier releases kept whatever a board said. */
export function storedVitals(kept: unknown): Required<StoredVitals> {
	return Vitals.parse({ ...(kept !== null && typeof kept === 'object' ? kept : {}) });
}

export function storedRelays(kept: unknown): StoredRelay[] {
	if (!Array.isArray(kept)) return [];
	return kept.flatMap((relay) => Relay.safeParse(relay).data ?? []);
}
