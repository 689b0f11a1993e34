import { z } from 'zod';

/** Every error answer of the REST API and of a socket.io command: a stable code for programs, and a sentence for people. */
export const ApiError = z.object({
	code: z.enum([
		'bad-request',
		'not-signed-in',
		'not-allowed',
		'not-found',
		'conflict',
		'expired',
		'wrong-credentials',
		'too-many-tries',
		'board-not-connected',
		'no-answer',
		'storage',
		'busy',
		'internal',
	]),
	/** in English */
	message: z.string(),
	/**
	 * exactly what is wrong, and the values in its sentence (see faults.ts); absent if the body does not match the
	 * schema and only zod has a sentence for it
	 */
	fault: z.string().optional(),
	params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
	/** which field of the body is wrong, as a path: "relays.0.gpio" */
	field: z.string().optional(),
	/** seconds until another try makes sense */
	retryAfterS: z.number().optional(),
});
export type ApiError = z.infer<typeof ApiError>;

/** Why something was not or cannot be done, in a view. */
export const FaultView = ApiError.pick({ message: true, fault: true, params: true });
export type FaultView = z.infer<typeof FaultView>;
