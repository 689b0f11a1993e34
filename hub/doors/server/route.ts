import type { ZodType } from 'zod';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Action } from '../../accounts/roles.ts';
import type { Result } from '../../base/result.ts';
import type { Who } from './who-is.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a handler is given: everything was copied out of the request, parsed and allowed before. */
export interface Asked<Body, Query = unknown> {
	body: Body;
	query: Query;
	/** in the order of the path */
	params: string[];
	who: Who | undefined;
	address: string;
	userAgent: string;
	/** the Cookie header */
	cookie: string | undefined;
	/** true where the browser came by HTTPS, itself or through the trusted proxy */
	secure: boolean;
}

export interface Answered {
	status: number;
	json?: unknown;
	/** JSON that is written already */
	written?: Buffer;
	file?: { name: string; bytes: Uint8Array };
	/** a file that is made while it is sent */
	stream?: { name: string; type: string; pieces: AsyncIterable<string> };
	/** a session cookie's value, or null to take it away */
	cookie?: string | null;
	/** the cookie's value by which this browser is known at its next sign-in */
	browser?: string;
}

export interface Route<Body = unknown, Query = unknown> {
	method: Method;
	/** below /api/v1, parameters as :name */
	path: string;
	summary: string;
	/** what its user must be allowed to do, 'public' for everybody, 'signed-in' for every user */
	access: Action | 'public' | 'signed-in';
	/** of GET: what may follow the question mark */
	query?: ZodType<Query>;
	body?: ZodType<Body>;
	/** what it answers when all is well, for openapi.json; `stream` is a media type */
	answer: { status: number; schema?: ZodType; file?: true; stream?: string };
	handle: (asked: Asked<Body, Query>) => Promise<Result<Answered, ApiError>>;
}

/** Keeps the types of body and query between their schemas and the handler. */
export function route<Body, Query>(route: Route<Body, Query>): Route {
	return route as Route;
}
