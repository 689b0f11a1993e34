import type { ZodType } from 'zod';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { faultOf } from '../../../../protocol/dashboard/faults.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import { apiErrorOf, schemaError } from '../../api-error.ts';

/**
 * Parses a query string ("kind=relay&limit=20", without the question mark) by its schema. If a name is given twice,
 * the last one counts. As in a body, no text may hold U+0000.
 */
export function parseQuery<T>(schema: ZodType<T>, search: string): Result<T, ApiError> {
	const query = Object.fromEntries(new URLSearchParams(search));
	const nul = Object.entries(query).find(([, value]) => value.includes('\0'));
	if (nul) return err(apiErrorOf({ ...faultOf('broken-text'), field: nul[0] }));
	const parsed = schema.safeParse(query);
	return parsed.success ? ok(parsed.data) : err(schemaError(parsed.error));
}
