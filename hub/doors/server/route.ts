import type { ZodType } from 'zod';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Action, SessionAction } from '../../accounts/roles.ts';
import type { Result } from '../../base/result.ts';
import type { Requester, Who } from './session/who-is.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The action its user must be allowed; 'public' for everybody, 'signed-in' for every user with a session. */
export type Access = Action | 'public' | 'signed-in';

/** The parameters of a path: `id` and `relay` for '/devices/:id/relays/:relay'. */
export type Params<Path extends string> = Record<NamesIn<Path>, string>;
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
	? Name | NamesIn<Rest>
	: Path extends `${string}:${infer Name}`
		? Name
		: never;

/** A request as handlers get it: copied, parsed and allowed. */
export interface Asked<Body, Query = unknown, Path extends string = string, Of extends Access = Access> {
	body: Body;
	query: Query;
	params: Params<Path>;
	/** undefined on a public route if nobody is signed in; by a token only where tokens are taken */
	who: Of extends 'public' ? Who | undefined : Of extends 'signed-in' | SessionAction ? Who : Requester;
	address: string;
	userAgent: string;
	/** the Cookie header */
	cookie: string | undefined;
	/** the Host header */
	host: string | undefined;
	/** whether the browser uses HTTPS, directly or through a trusted proxy */
	secure: boolean;
	/** the secret in the Authorization header of a public route that takes one of its own */
	bearer: string | undefined;
	/** of a route with `upload`, if this request may send one */
	upload: AsyncIterable<Uint8Array> | undefined;
}

export interface Answered {
	status: number;
	json?: unknown;
	/** JSON that is written already */
	written?: Buffer;
	file?: { name: string; bytes: Uint8Array };
	/** a file that is made while it is sent; `discard` is called when it was sent, or is not */
	stream?: { name: string; type: string; pieces: AsyncIterable<string | Uint8Array>; discard?: () => void };
	/** a session cookie's value, or null to remove it */
	cookie?: string | null;
	/** the cookie's value by which this browser is known at its next sign-in */
	browser?: string;
}

export interface Route<Body = unknown, Query = unknown, Path extends string = string, Of extends Access = Access> {
	method: Method;
	/** below /api/v1, parameters as :name */
	path: Path;
	summary: string;
	access: Of;
	/** of GET: what may follow the question mark */
	query?: ZodType<Query>;
	body?: ZodType<Body>;
	/**
	 * The body is a file, read piece by piece: how many bytes whoever has this secret, or asks for this path, may send,
	 * decided before any of them is kept. Undefined: none, and the handler says why.
	 */
	upload?: (bearer: string | undefined, params: Record<string, string>) => number | undefined;
	/** the successful answer, for openapi.json; `stream` is a media type */
	answer: { status: number; schema?: ZodType; file?: true; stream?: string };
	/** of 'signed-in': a session that is locked to its wall panel may ask it too */
	onWall?: true;
	handle: (asked: Asked<Body, Query, NoInfer<Path>, NoInfer<Of>>) => Promise<Result<Answered, ApiError>>;
}

/** A request, also by a token, to a route whose path has the parameter `:id`. */
export type AskedOfId<Body = unknown> = Asked<Body, unknown, ':id', Exclude<Action, SessionAction>>;

/** Makes TypeScript check a route's handler against its own body, query, path and access. */
export function route<Body, Query, Path extends string, Of extends Access>(route: Route<Body, Query, Path, Of>): Route {
	return route as unknown as Route;
}
