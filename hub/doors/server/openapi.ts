import { z } from 'zod';
import type { TokenScope } from '../../../protocol/dashboard/people/api-tokens.ts';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { ok } from '../../base/result.ts';
import { type Route, route } from './route.ts';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE } from './session/session-cookie.ts';
import { takesToken } from './session/takes-token.ts';

/** The route that describes all routes, including itself. The description is generated once. */
export function openApiRoute(routes: readonly Route[], version: string): Route {
	let written: Buffer | undefined;
	return route({
		method: 'GET',
		path: '/openapi.json',
		summary: 'This description',
		access: 'public',
		answer: { status: 200 },
		async handle() {
			written ??= Buffer.from(JSON.stringify(openApi(routes, version)));
			return ok({ status: 200, written });
		},
	});
}

/** The OpenAPI 3.1 description of the routes, generated from the schemas they check with, so that it is always right. */
export function openApi(routes: readonly Route[], version: string): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const route of routes) {
		const path = `${API}${route.path.replace(/:(\w+)/g, '{$1}')}`;
		(paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Mooring',
			version,
			description: `The REST API of a household's own hub. ${TIMES} ${ORIGIN_RULE}`,
			license: { name: 'MIT', identifier: 'MIT' },
		},
		servers: [{ url: '/', description: 'The hub that served this' }],
		paths,
		components: {
			securitySchemes: {
				session: {
					type: 'apiKey',
					in: 'cookie',
					name: SESSION_COOKIE,
					description: `Set by POST ${API}/session, ${API}/setup and ${API}/invitations/accept; over HTTPS as ${SECURE_SESSION_COOKIE}. ${ORIGIN_RULE}`,
				},
				token: {
					type: 'http',
					scheme: 'bearer',
					description: `An API token, made by POST ${API}/account/tokens, which takes a session. It may never more than its person may. x-token-scopes of an operation says with which scopes it is taken. With a token the cookie is ignored and no Origin is needed.`,
				},
			},
			parameters: {
				Origin: {
					name: 'Origin',
					in: 'header',
					required: false,
					description: `${ORIGIN_RULE} Browsers send it by themselves; a request with an API token needs none.`,
					schema: { type: 'string', format: 'uri' },
				},
			},
			responses: {
				Refused: { description: 'Refused: the code says why', ...json(ref('schemas/ApiError')) },
				Failed: { description: 'It could not be done: the code says why', ...json(ref('schemas/ApiError')) },
			},
			schemas: { ApiError: schemaOf(ApiError) },
		},
	};
}

const BINARY = { type: 'string', format: 'binary' };
const SCOPES: readonly TokenScope['kind'][] = ['read', 'switch', 'everything'];
const TIMES = 'Times that end in At are Unix milliseconds, durations end in Ms.';
const ORIGIN_RULE =
	'A change with the session cookie needs an Origin header that names the hub as it was reached: http://HOST:PORT.';

function operation(route: Route): object {
	const { method, path, summary, access, query, body, upload, answer } = route;
	const scopes = SCOPES.filter((scope) => takesToken(route, scope));
	const parameters: object[] = (path.match(/:\w+/g) ?? []).map((name) => ({
		name: name.slice(1),
		in: 'path',
		required: true,
		schema: { type: 'string' },
	}));
	if (query) parameters.push(...queryParameters(query));
	if (method !== 'GET' && access !== 'public') parameters.push(ref('parameters/Origin'));
	const content = answer.schema
		? json(schemaOf(answer.schema))
		: answer.file
			? { content: { 'application/octet-stream': { schema: BINARY } } }
			: answer.stream
				? { content: { [answer.stream]: { schema: { type: 'string' } } } }
				: {};
	return {
		operationId: operationId(method, path),
		summary,
		security: access === 'public' ? [] : [{ session: [] }, ...(scopes.length > 0 ? [{ token: [] }] : [])],
		...(scopes.length > 0 && { 'x-token-scopes': scopes }),
		...(parameters.length > 0 ? { parameters } : {}),
		...(upload ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: BINARY } } } } : {}),
		...(body ? { requestBody: { required: true, ...json(schemaOf(body, 'input')) } } : {}),
		responses: {
			[answer.status]: { description: 'All is well', ...content },
			'4XX': ref('responses/Refused'),
			'5XX': ref('responses/Failed'),
		},
	};
}

/** "PUT /devices/:id/relays/:relay" is putDevicesByIdRelaysByRelay: as stable as the route. */
function operationId(method: string, path: string): string {
	const words = path
		.replaceAll(':', 'by-')
		.split(/\W+/)
		.filter((word) => word !== '');
	return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function json(schema: object): object {
	return { content: { 'application/json': { schema } } };
}

function ref(name: string): object {
	return { $ref: `#/components/${name}` };
}

function queryParameters(query: z.ZodType): object[] {
	const { properties = {}, required = [] } = schemaOf(query, 'input') as {
		properties?: Record<string, object>;
		required?: string[];
	};
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		schema,
	}));
}

/** A schema never changes, and describing all of them takes tens of milliseconds: each is described once. */
const described = { input: new WeakMap<z.ZodType, object>(), output: new WeakMap<z.ZodType, object>() };

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
	const known = described[io].get(schema);
	if (known) return known;
	const made: Record<string, unknown> = { ...z.toJSONSchema(schema, { io }) };
	delete made.$schema;
	described[io].set(schema, made);
	return made;
}
