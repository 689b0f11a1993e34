import type { ZodType } from 'zod';
import type { ApiError } from '../../../protocol/dashboard.ts';
import type { Action } from '../../accounts/roles.ts';
import type { Result } from '../../base/result.ts';
import type { Who } from '../dashboard-door.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a handler is given: everything was copied out of the request, parsed and allowed before. */
export interface Asked<Body> {
	body: Body;
	/** in the order of the path */
	params: string[];
	who: Who | undefined;
	address: string;
	userAgent: string;
	/** true where the browser came by HTTPS, itself or through the trusted proxy */
	secure: boolean;
}

export interface Answered {
	status: number;
	json?: unknown;
	file?: { name: string; bytes: Uint8Array };
	/** a session cookie's value, or null to take it away */
	cookie?: string | null;
}

export interface Route<Body = unknown> {
	method: Method;
	/** below /api/v1, parameters as :name */
	path: string;
	summary: string;
	/** what its user must be allowed to do, 'public' for everybody, 'signed-in' for every user */
	access: Action | 'public' | 'signed-in';
	body?: ZodType<Body>;
	/** what it answers when all is well, for openapi.json */
	answer: { status: number; schema?: ZodType; file?: true };
	handle: (asked: Asked<Body>) => Promise<Result<Answered, ApiError>>;
}

/** Keeps the type of the body between its schema and its handler. */
export function route<Body>(route: Route<Body>): Route {
	return route as Route;
}
