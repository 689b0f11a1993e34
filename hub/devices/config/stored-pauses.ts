import { z } from 'zod';
import { at } from '../../../protocol/dashboard/shapes.ts';
import { NO_PAUSES, type Pauses } from './hold.ts';

const Stored = z.object({ device: at.default(0), schedules: z.record(z.string(), at).default({}) });

/** Reads pauses from the database. What cannot be read pauses nothing. */
export function storedPauses(stored: unknown): Pauses {
	return Stored.safeParse(stored).data ?? NO_PAUSES;
}
