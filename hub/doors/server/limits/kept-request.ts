import type { HttpRequest } from 'uWebSockets.js';

/**
 * What uWebSockets.js tells of a request, kept for a later turn: it takes that back as soon as its handler returns. And how
 * many bytes that is.
 */
export function keepRequest(req: HttpRequest): { kept: HttpRequest; bytes: number } {
	const [method, caseSensitiveMethod, url] = [req.getMethod(), req.getCaseSensitiveMethod(), req.getUrl()];
	const query = req.getQuery();
	const headers: [name: string, value: string][] = [];
	let bytes = url.length + (query?.length ?? 0);
	req.forEach((name, value) => {
		headers.push([name, value]);
		bytes += name.length + value.length;
	});
	const parameters: string[] = [];
	for (let value = req.getParameter(0); value !== undefined; value = req.getParameter(parameters.length))
		parameters.push(value);
	const kept = {
		getMethod: () => method,
		getCaseSensitiveMethod: () => caseSensitiveMethod,
		getUrl: () => url,
		getQuery: () => query,
		getHeader: (name: string) => headers.find(([header]) => header === name)?.[1] ?? '',
		getParameter: (index: number) => parameters[index],
		forEach: (each: (name: string, value: string) => void) => headers.forEach(([name, value]) => each(name, value)),
		setYield: () => kept,
	};
	return { kept: kept as unknown as HttpRequest, bytes };
}
