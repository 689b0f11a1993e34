import { z } from 'zod';
import { API, ApiError } from '../../../protocol/dashboard.ts';
import type { Route } from './route.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

/** The OpenAPI 3.1 description of the routes, made of what they check with, so that it cannot tell anything else. */
export function openApi(routes: readonly Route[], version: string): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const route of routes) {
		const path = `${API}${route.path.replace(/:(\w+)/g, '{$1}')}`;
		(paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
	}
	return {
		openapi: '3.1.0',
		info: { title: 'Mooring', version, description: "The REST API of a household's own hub." },
		paths,
		components: {
			securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } },
			schemas: { ApiError: schemaOf(ApiError) },
		},
	};
}

function operation({ path, summary, access, query, body, answer }: Route): object {
	const parameters: object[] = (path.match(/:\w+/g) ?? []).map((name) => ({
		name: name.slice(1),
		in: 'path',
		required: true,
		schema: { type: 'string' },
	}));
	if (query) parameters.push(...queryParameters(query));
	const json = (schema: object) => ({ 'application/json': { schema } });
	const content = answer.schema
		? json(schemaOf(answer.schema))
		: answer.file
			? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
			: answer.stream
				? { [answer.stream]: { schema: { type: 'string' } } }
				: undefined;
	return {
		summary,
		...(access === 'public' ? { security: [] } : { security: [{ session: [] }] }),
		...(parameters.length > 0 ? { parameters } : {}),
		...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
		responses: {
			[answer.status]: { description: 'All is well', ...(content ? { content } : {}) },
			default: { description: 'What went wrong', content: json({ $ref: '#/components/schemas/ApiError' }) },
		},
	};
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
