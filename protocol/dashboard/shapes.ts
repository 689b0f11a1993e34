/**
 * What the schemas of this folder share. The schemas are what a browser and the hub say to each other: every REST body
 * and answer, every socket.io command and live event. The hub validates with them and makes /api/v1/openapi.json from
 * them. The dashboard uses only their types (and limits.ts), so that zod is not in its bundle. Times are Unix
 * milliseconds (`…At`) or milliseconds of duration (`…Ms`).
 */
import { z } from 'zod';
import { saying, sentenceOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import { cleanName, isVisible } from './text/names.ts';
import { wifiProblem } from './text/wifi.ts';

export const id = z.string().min(1).max(64);
/** Unix ms */
export const at = z.number().int().nonnegative();
/** milliseconds of duration, 0 = none */
export const durationMs = z.number().int().min(0).max(LIMITS.forMs);
export const name = nameOf('name-needed', LIMITS.nameLength);
export const gpio = z.number().int().min(0).max(48);

/** Longer text, as a multiple of the limit, is not normalised, which takes quadratic time; `max` refuses it. */
const NORMALISED_UP_TO = 4;

/** The name of a thing or a person. */
export function nameOf(needed: 'name-needed' | 'user-name-needed', longest: number) {
	return z
		.string()
		.overwrite((text) => (text.length > NORMALISED_UP_TO * longest ? text : cleanName(text)))
		.min(1, saying(needed))
		.max(longest, saying('too-long', { most: longest }))
		.refine(isVisible, saying(needed));
}

export const Unit = z.enum(['celsius', 'percent', 'hectopascal', 'lux']);
export type Unit = z.infer<typeof Unit>;

export const Cause = z.enum(['command', 'schedule', 'countdown', 'auto-off', 'pulse', 'interlock', 'input', 'boot']);
export type Cause = z.infer<typeof Cause>;

export const PresenceState = z.enum(['online', 'away', 'offline']);
export type PresenceState = z.infer<typeof PresenceState>;

export const Wifi = z
	.object({
		ssid: z.string(),
		/** empty = open network */
		password: z.string(),
	})
	.superRefine((wifi, context) => {
		const problem = wifiProblem(wifi);
		if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: sentenceOf(problem) });
	});
export type Wifi = z.infer<typeof Wifi>;

/** The password of a network whose name is known to be possible; empty = open network. */
export const wifiPassword = z.string().superRefine((password, context) => {
	const problem = wifiProblem({ ssid: '-', password });
	if (problem) context.addIssue({ code: 'custom', message: sentenceOf(problem) });
});

/** The network that a board is given: one that the hub keeps (wifi-networks.ts), by its id, or name and password. */
export const WifiChoice = z.union([z.object({ network: id }), Wifi]);
export type WifiChoice = z.infer<typeof WifiChoice>;
