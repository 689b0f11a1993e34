import type { ZodType } from 'zod';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { type Result, err, ok } from '../../../base/result.ts';

/**
 * A query string ("kind=relay&limit=20", without the question mark) by its schema; of a name that comes twice the last
 * counts. As in a body, no text may hold U+0000.
 */
export function parseQuery<T>(schema: ZodType<T>, search: string): Result<T, ApiError> {
	const query = Object.fromEntries(new URLSearchParams(search));
	const nul = Object.entries(query).find(([, value]) => value.includes('\0'));
	if (nul) return bad('Text must not hold the character U+0000.', nul[0]);
	const parsed = schema.safeParse(query);
	if (parsed.success) return ok(parsed.data);
	const issue = parsed.error.issues[0]!;
	return bad(issue.message, issue.path.join('.'));
}

function bad(message: string, field: string): Result<never, ApiError> {
	return err({ code: 'bad-request', message, field });
}
